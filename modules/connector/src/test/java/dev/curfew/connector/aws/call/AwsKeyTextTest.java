package dev.curfew.connector.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsKeyTextTest {
    private static final String ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[default]\naws_access_key_id = " + ID + "\naws_secret_access_key=" + SECRET + "\n",
                "[prod]\n# mine\n; yours\nregion = eu\naws_access_key_id=" + ID + "\naws_secret_access_key=" + SECRET,
                "[other]\naws_access_key_id=AKIAOTHEROTHEROTHER0\naws_secret_access_key=otherotherother\n[default]\n"
                        + "aws_access_key_id=" + ID + "\naws_secret_access_key=" + SECRET,
                "AWS_ACCESS_KEY_ID=" + ID + "\r\nAWS_SECRET_ACCESS_KEY='" + SECRET + "'",
                "{\"accessKeyId\":\"" + ID + "\",\"secretAccessKey\":\"" + SECRET + "\"}",
                "{\"Version\":1,\"AccessKeyId\":\"" + ID + "\",\"SecretAccessKey\":\"" + SECRET + "\"}",
                ID + "\n" + SECRET
            })
    void readsAKeyAsPeopleKeepIt(String text) {
        AwsKey key = parse(text).orElseThrow();

        assertThat(key.id()).isEqualTo(ID);
        assertThat(key.secret().reveal()).isEqualTo(SECRET);
        assertThat(key.isTemporary()).isFalse();
    }

    @Test
    void readsASessionsKey() {
        AwsKey key = parse("{\"Credentials\":{\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\",\"SecretAccessKey\":\"" + SECRET
                        + "\",\"SessionToken\":\"token==\",\"Expiration\":\"2026-11-22T03:14:09Z\"}}")
                .orElseThrow();

        assertThat(key.id()).isEqualTo("ASIAIOSFODNN7EXAMPLE");
        assertThat(key.sessionToken().orElseThrow().reveal()).isEqualTo("token==");
        assertThat(key.isTemporary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                SECRET,
                ID,
                "one two three",
                "akia-lower " + SECRET,
                "{\"accessKeyId\":\"" + ID + "\"}",
                "{\"accessKeyId\":7,\"secretAccessKey\":\"" + SECRET + "\"}",
                "{\"accessKeyId\"",
                "[a]\naws_access_key_id=" + ID + "\naws_secret_access_key=" + SECRET + "\n[b]\naws_access_key_id=" + ID
                        + "\naws_secret_access_key=" + SECRET,
                "[default]\naws_access_key_id=" + ID + "\n[b]\naws_secret_access_key=" + SECRET
            })
    void leavesWhatIsNoneOrMoreThanOne(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Test
    void aSecretAloneBelongsToTheIdThatWasAsked() {
        assertThat(AwsKeyText.parse(Secret.of(SECRET), ID).orElseThrow().id()).isEqualTo(ID);
    }

    @Test
    void printsItsIdOnlyAndIsWiped() {
        AwsKey key = parse(ID + " " + SECRET).orElseThrow();

        assertThat(key).hasToString(ID);
        Secret secret = key.secret();
        key.close();
        assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    }

    private static Optional<AwsKey> parse(String text) {
        return AwsKeyText.parse(Secret.of(text));
    }
}
