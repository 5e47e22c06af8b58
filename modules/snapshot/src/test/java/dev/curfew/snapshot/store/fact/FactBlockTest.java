package dev.curfew.snapshot.store.fact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.testing.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactBlockTest {

    @Test
    void everyKindOfFactComesBackAsItWas() {
        assertThat(unpacked(Facts.ofEveryKind())).isEqualTo(Facts.ofEveryKind());
    }

    @Test
    void everyTextOfJavasComesBackUnpairedSurrogatesToo() {
        List<Fact> facts = new ArrayList<>();
        for (String text :
                List.of("", "ü", "☂", "𝄞", "\ud834", "\udd1e x", "\0", "ÿĀ", "x".repeat(300), "☂".repeat(300))) {
            facts.add(Facts.identity("id" + facts.size(), text));
            facts.add(Facts.identity("again" + facts.size(), text));
        }

        assertThat(unpacked(facts)).isEqualTo(facts);
    }

    @Test
    void equalIdsOfABlockAreOneObject() {
        List<Fact> facts = unpacked(List.of(Facts.identity("a", "1"), Facts.identity("a", "2")));

        assertThat(((Identity) facts.getFirst()).id()).isSameAs(((Identity) facts.getLast()).id());
    }

    @Test
    void whatIsTooMuchForOneBlockGoesIntoSeveral() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            facts.add(Facts.identity("id" + i, "x".repeat(i % 3 == 0 ? 3000 : 10)));
        }

        List<FactBlock.Packed> packed = FactBlock.pack(facts);

        assertThat(packed).hasSizeGreaterThan(3);
        assertThat(packed.stream().mapToInt(FactBlock.Packed::facts).sum()).isEqualTo(2500);
        assertThat(unpacked(facts)).isEqualTo(facts);
    }

    @Test
    void theLargestFactFitsARowHoweverLittleItCanBeCompressed() {
        byte[] noise = new byte[990_000];
        new Random(1).nextBytes(noise);
        Fact large = Facts.identity("a", new String(noise, ISO_8859_1));

        assertThat(FactBlock.pack(List.of(large)).getFirst().content()).hasSizeLessThan(1_048_576);
        assertThat(unpacked(List.of(large))).containsExactly(large);
    }

    @Test
    void ofTwoFactsTheSameIsChosenInEitherOrder() {
        Fact one = Facts.identity("a", "1");
        Fact other = Facts.identity("a", "2");

        assertThat(FactBlock.sameChoice(one, other)).isEqualTo(FactBlock.sameChoice(other, one));
    }

    @Test
    void aBlockThatWasCutOffAnywhereIsDamaged() {
        byte[] content = FactBlock.pack(Facts.ofEveryKind()).getFirst().content();
        for (int length = 0; length < content.length; length++) {
            byte[] cut = Arrays.copyOf(content, length);
            assertThatThrownBy(() -> FactBlock.unpack(cut, new Shared())).satisfies(FactBlockTest::saysDamaged);
        }
    }

    @Test
    void aBlockThatWasChangedAnywhereIsDamagedUnlessTheBitMeansNothing() {
        byte[] content = FactBlock.pack(Facts.ofEveryKind()).getFirst().content();
        int damaged = 0;
        for (int i = 0; i < content.length; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 0x10;
            try {
                // What fills up the last byte of compressed data is not looked at.
                assertThat(FactBlock.unpack(changed, new Shared())).isEqualTo(Facts.ofEveryKind());
            } catch (StoreException e) {
                saysDamaged(e);
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThanOrEqualTo(content.length - 1);
    }

    private static void saysDamaged(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED));
    }

    private static List<Fact> unpacked(List<Fact> facts) {
        return FactBlock.pack(facts).stream()
                .flatMap(packed -> FactBlock.unpack(packed.content(), new Shared()).stream())
                .toList();
    }
}
