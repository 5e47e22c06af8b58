package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What OpenBao refuses to store is refused here, with the line.
class VaultPolicyTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "path \"a\" { capabilities = [\"fly\"] }|unknown capability \"fly\"",
                "path \"a\" { capability = [\"read\"] }|unknown key \"capability\"",
                "paths \"a\" { capabilities = [\"read\"] }|unknown key \"paths\"",
                "path \"a/+*\" { capabilities = [\"read\"] }|is not a wildcard",
                "path \"a\" { policy = \"admin\" }|unknown policy \"admin\"",
                "path \"a/{{identity.entity.id\" { capabilities = [\"read\"] }|template braces do not pair",
                "path \"a\" { capabilities = \"read\" }|capabilities is not a list",
                "path \"a\" { capabilities = [\"read\" }|a comma or the list",
                "path \"a\" = { capabilities = [\"read\"] }|a block has no equals sign",
                "path \"a\" { capabilities = [\"read\"]|a closing brace is expected",
                "path \"a\" { min_wrapping_ttl = 20 max_wrapping_ttl = 10 }|max_wrapping_ttl is less than",
                "path \"a\" { max_wrapping_ttl = \"soon\" }|not a duration",
                "path \"a\" { expiration = \"tomorrow\" }|not a time",
                "{\"path\": {\"a\": {\"capabilities\": [\"read\", null]}}}|a list's end is expected",
                "path \"a\" { list_scan_response_keys_filter_path = \"x\" }|needs the list capability",
            })
    void isRefusedWithWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> VaultPolicy.parse("p", text))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining(problem);
    }
}
