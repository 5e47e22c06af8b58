package dev.curfew.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void hasTheStandardsValueForAbc() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theOrderOfPropertiesDoesNotMatter() {
        assertThat(Sha256.ofJson(Map.of("a", 1, "b", 2))).isEqualTo(Sha256.hex("{\"a\":1,\"b\":2}"));
    }
}
