package cn.zhitong.training;

import cn.zhitong.training.data.CandidatesCommand;
import cn.zhitong.training.encoder.EncoderCommand;
import cn.zhitong.training.reader.MeasureReaderCommand;
import cn.zhitong.training.reader.ReaderCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./zhitong train NAME}: makes a learned artefact anew. */
@Command(
    name = "train",
    description = "重新训练随程序发布的模型",
    subcommands = {
      CandidatesCommand.class,
      EncoderCommand.class,
      ReaderCommand.class,
      MeasureReaderCommand.class
    })
public final class TrainingCommand {
  private TrainingCommand() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new TrainingCommand()).execute(args));
  }
}
