package dev.curfew.connector.aws.credential;

import java.time.Duration;
import java.util.Map;

/// A role to become.
///
/// @param externalId empty: none is asked for
/// @param session what the account's CloudTrail calls our sessions
public record Wanted(String role, String externalId, String session, Duration time) {
    /// Settings of a profile.
    static final String ROLE = "role_arn";

    static final String SOURCE_PROFILE = "source_profile";
    static final String CREDENTIAL_SOURCE = "credential_source";
    static final String PROCESS = "credential_process";
    static final String WEB_IDENTITY_FILE = "web_identity_token_file";

    private static final String SESSION = "curfew";
    private static final String EXTERNAL_ID = "external_id";
    private static final String SESSION_NAME = "role_session_name";

    /// What reads takes minutes.
    public static Wanted toRead(String role, String externalId) {
        return new Wanted(role, externalId, SESSION, Duration.ofHours(1));
    }

    /// The shortest there is: "minimum value of 900" (STS API Reference, AssumeRole).
    public static Wanted toAct(String role, String externalId) {
        return new Wanted(role, externalId, SESSION, Duration.ofMinutes(15));
    }

    static Wanted by(Map<String, String> profile) {
        return new Wanted(
                profile.getOrDefault(ROLE, ""),
                profile.getOrDefault(EXTERNAL_ID, ""),
                profile.getOrDefault(SESSION_NAME, SESSION),
                Duration.ofHours(1));
    }
}
