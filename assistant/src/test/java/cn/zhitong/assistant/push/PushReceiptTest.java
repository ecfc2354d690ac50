package cn.zhitong.assistant.push;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receipts that come late, twice, or before the answer. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PushReceiptTest extends PushOutboxTest {
  @Test
  void receipt_lateOrDoubled_changesNothing_andDeliveredIsTheLastWord() {
    gateway.stubFor(post("/sms").willReturn(ok()));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    sendAt(NOW);
    UUID id = sentAs();
    assertThat(store.receipt(id, false, "空号", NOW)).isTrue();
    assertThat(states()).containsExactly("failed");
    assertThat(store.receipt(id, true, null, NOW)).as("late, but it arrived").isTrue();
    assertThat(store.receipt(id, true, null, NOW)).as("doubled").isFalse();
    assertThat(store.receipt(id, false, "空号", NOW)).as("older than the truth").isFalse();
    assertThat(states()).containsExactly("delivered");
    assertThat(store.receipt(Ids.next(), true, null, NOW)).as("nobody's").isFalse();
  }

  @Test
  void receipt_beforeTheAnswer_endsTheTries() {
    gateway.stubFor(post("/sms").willReturn(ok().withFixedDelay(5_000)));
    queued("用工补贴", Set.of(PushChannel.SMS), A);
    sendAt(NOW);
    assertThat(states()).containsExactly("waiting");
    UUID id = sentAs();
    assertThat(store.receipt(id, true, null, NOW)).isTrue();
    assertThat(sendAt(NOW.plusSeconds(60))).isZero();
    assertThat(states()).containsExactly("delivered");
  }
}
