package dev.curfew.model.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceKindTest {
    private static final Messages WORDS = Messages.of(SourceKindTest.class);
    private static final AddressForm.Server SERVER = new AddressForm.Server(List.of("https"), List.of("http"), "plain");
    private static final Setting PLAIN = Setting.flag("plain", WORDS);
    private static final Setting MODE =
            Setting.choice("mode", List.of("quick", "slow"), WORDS).usually("slow");
    private static final Setting PLACE = Setting.address("place", WORDS);
    private static final SourceKind BAO = kind("bao", SERVER, List.of(PLAIN, MODE, PLACE));

    private static SourceKind kind(String id, AddressForm address, List<Setting> settings) {
        boolean server = address instanceof AddressForm.Server;
        return new SourceKind(
                id,
                address,
                settings,
                server ? Credentials.required("token") : Credentials.NONE,
                server ? new Abilities(true, List.of("bao.acl"), true) : Abilities.READS,
                WORDS);
    }

    @Test
    void saysInWordsWhatItTakes() {
        assertThat(BAO.called()).isEqualTo("Bao");
        assertThat(BAO.credentialWords()).isEqualTo("a token");
        assertThat(BAO.addressExample()).isEqualTo("https://bao.example.org");
        assertThat(BAO.scope("tokens")).contains("Tokens");
        assertThat(BAO.scope("others")).isEmpty();
        assertThat(MODE.example()).isEqualTo("quick");
        assertThat(PLACE.example()).isEmpty();
    }

    @Test
    void aFilesWordIsWhatStandsBeforeFile() {
        SourceKind list = kind("list-file", new AddressForm.File(), List.of());

        assertThat(list.word()).isEqualTo("list");
        assertThat(BAO.word()).isEqualTo("bao");
        SourceKinds kinds = new SourceKinds(List.of(BAO, list));
        assertThat(kinds.servers()).containsExactly(BAO);
        assertThat(kinds.files()).containsExactly(list);
        assertThat(kinds.called("list-file")).isEqualTo("List");
        assertThat(kinds.called("gone")).isEqualTo("gone");
        assertThat(kinds.issues("bao.acl")).isTrue();
        assertThat(kinds.issues("list.acl")).isFalse();
    }

    @Test
    void whatIsUsualIsTakenWhereNothingWasGiven() {
        assertThat(BAO.complete(Map.of("place", "https://a.example")))
                .isEqualTo(Map.of("place", "https://a.example", "mode", "slow"));
        assertThat(BAO.complete(Map.of("mode", "quick"))).isEqualTo(Map.of("mode", "quick"));
    }

    @ParameterizedTest
    @CsvSource({"mode,never", "place,somewhere", "plain,yes", "other,x"})
    void aSettingThatItDoesNotTakeIsNoSetting(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> BAO.complete(Map.of(name, value)));
    }

    @Test
    void aSettingThatIsNeededIsMissed() {
        SourceKind needy = kind("bao", SERVER, List.of(PLAIN, PLACE.needed()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> needy.complete(Map.of()))
                .withMessageContaining("place");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, , ",
        "HTTPS://a.example:8200/x, , ",
        "http://a.example, , PLAIN",
        "http://a.example, true, ",
        "http://127.0.0.1:8200, , ",
        "http://[::1]:8200, , ",
        "http://localhost, , ",
        "http://localhost.example, , PLAIN",
        "https://me:pw@a.example, , USER",
        "ftp://a.example, , SHAPE",
        "a.example:8200, , SHAPE",
        "https:///x, , SHAPE",
    })
    void anAddressIsLookedAtBeforeItIsKept(String address, @Nullable String plain, @Nullable AddressProblem problem) {
        Map<String, String> settings = plain == null ? Map.of() : Map.of("plain", plain);

        assertThat(SERVER.problem(URI.create(address), settings)).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void aDescriptionThatCannotBeTrueIsRefused() {
        refused(() -> kind("Bao", SERVER, List.of(PLAIN)));
        refused(() -> kind("bao", SERVER, List.of()));
        refused(() -> kind("list-file", SERVER, List.of(PLAIN)));
        refused(() -> kind("silent", SERVER, List.of(PLAIN)));
        refused(() -> kind("bao", SERVER, List.of(PLAIN, MODE, MODE)));
        refused(() -> kind("bao", SERVER, List.of(PLAIN, MODE, PLACE.typedAs("mode"))));
        refused(() -> new SourceKind(
                "bao", SERVER, List.of(PLAIN), Credentials.NONE, new Abilities(true, List.of(), false), WORDS));
        refused(() ->
                new SourceKind("bao", SERVER, List.of(PLAIN), Credentials.required("key"), Abilities.READS, WORDS));
        refused(() -> new SourceKinds(List.of(BAO, BAO)));
        refused(() -> new AddressForm.Server(List.of("https"), List.of("http"), ""));
        refused(() -> new Credentials(true, List.of()));
    }

    @Test
    void aSettingThatCannotBeTrueIsRefused() {
        refused(() -> Setting.text("wordless", WORDS));
        refused(() -> Setting.text("Mode", WORDS));
        refused(() -> Setting.choice("mode", List.of(), WORDS));
        refused(() -> MODE.usually("never"));
        refused(MODE::needed);
        refused(PLAIN::needed);
    }

    private static void refused(Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run);
    }
}
