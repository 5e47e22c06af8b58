package dev.curfew.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "arn", "A", "-a", "a b", "a:b", "a/b", "ä", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void whatWouldMakeAnIdAmbiguousIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceName(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "prod-aws", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void plainNamesAreTaken(String value) {
        assertThat(new SourceName(value)).hasToString(value);
    }

    @Test
    void nativeIdsHoldNoControlCharacters() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdentityId.of("a", "x\ny"));
        assertThatIllegalArgumentException().isThrownBy(() -> IdentityId.of("a", " "));
    }
}
