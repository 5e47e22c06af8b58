package dev.curfew.connector.aws.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Texts as the AWS SDKs and Tools Reference Guide has them ("Shared config and credentials files").
class ProfilesTest {
    private static final String CONFIG = """
            # of the team
            [default]
            region = us-west-2 ; the nearest
            s3 =
              max_concurrent_requests = 20
              role_arn = arn:aws:iam::111122223333:role/nested
            [profile  "ops team"]
            role_arn=arn:aws:iam::111122223333:role/ops
            Source_Profile = default
            [sso-session corp]
            sso_region = eu-west-1
            [services local]
            role_arn = arn:aws:iam::111122223333:role/service
            """;

    private static final String CREDENTIALS = """
            [default]
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = a#b/c+d;e=
            region = eu-west-1
            """;

    @Test
    void readsProfilesAndSignInSessions() {
        Profiles profiles = Profiles.of(CONFIG);

        assertThat(profiles.profiles())
                .isEqualTo(Map.of(
                        "default",
                        Map.of("region", "us-west-2", "s3", ""),
                        "ops team",
                        Map.of("role_arn", "arn:aws:iam::111122223333:role/ops", "source_profile", "default")));
        assertThat(profiles.sessions()).isEqualTo(Map.of("corp", Map.of("sso_region", "eu-west-1")));
    }

    @Test
    void theCredentialsFileComesFirstSettingBySetting() {
        Profiles both = Profiles.of(CREDENTIALS).and(Profiles.of(CONFIG));

        assertThat(both.find("default"))
                .contains(Map.of(
                        "aws_access_key_id",
                        "AKIAIOSFODNN7EXAMPLE",
                        "aws_secret_access_key",
                        "a#b/c+d;e=",
                        "region",
                        "eu-west-1",
                        "s3",
                        ""));
        assertThat(both.find("ops team")).isPresent();
    }

    @Test
    void aTextMeansTheDefaultOrItsOnlyProfileWhereThatSaysWhereAKeyIs() {
        assertThat(Profiles.of("[profile ci]\ncredential_process = /opt/key").meant())
                .contains("ci");
        assertThat(Profiles.of("[a]\nrole_arn = x\n[default]\nrole_arn = y").meant())
                .contains("default");
        assertThat(Profiles.of("[a]\nrole_arn = x\n[b]\nrole_arn = y").meant()).isEmpty();
        assertThat(Profiles.of(CREDENTIALS).meant()).as("the key itself").isEmpty();
        assertThat(Profiles.of("AKIAIOSFODNN7EXAMPLE c2VjcmV0=").meant()).isEmpty();
    }
}
