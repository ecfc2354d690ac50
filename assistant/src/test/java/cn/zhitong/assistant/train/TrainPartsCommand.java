package cn.zhitong.assistant.train;

import cn.zhitong.assistant.question.AnswerabilityCommand;
import cn.zhitong.assistant.question.ComposerCommand;
import cn.zhitong.assistant.question.OffTopicCommand;
import cn.zhitong.assistant.retrieval.RankingCommand;
import cn.zhitong.assistant.topic.BackgroundCommand;
import cn.zhitong.assistant.triage.model.PriorCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./zhitong train answerability|composer|off-topic|ranking|topics|triage-prior}: the learned
 * parts that need no PyTorch.
 */
@Command(
    name = "train",
    description = "重新训练随程序发布的模型",
    mixinStandardHelpOptions = true,
    subcommands = {
      AnswerabilityCommand.class,
      ComposerCommand.class,
      OffTopicCommand.class,
      RankingCommand.class,
      BackgroundCommand.class,
      PriorCommand.class
    })
public final class TrainPartsCommand {
  private TrainPartsCommand() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainPartsCommand()).execute(args));
  }
}
