package dev.curfew.connector.aws.call;

import java.util.Locale;
import java.util.Set;

/// What an error code of AWS says.
///
/// Source: IAM User Guide, "Common errors"; STS API Reference, "Common error types".
public enum AwsError {
    /// The id of the key is unknown, deleted or inactive.
    INVALID_KEY,
    /// The id is known and the signature is not by its secret.
    WRONG_SIGNATURE,
    /// The key is known, the call is not allowed to it.
    DENIED,
    /// The request's or the session's time is over, or the clocks differ.
    CLOCK,
    THROTTLED,
    /// What the call is about is not there.
    NO_SUCH_ENTITY,
    /// The service failed; it may have acted.
    SERVICE,
    /// Any other no.
    OTHER;

    private static final Set<String> INVALID =
            Set.of("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId");
    private static final Set<String> REFUSED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized");
    private static final Set<String> LATE = Set.of(
            "RequestExpired", "RequestTimeTooSkewed", "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> ABSENT = Set.of(
            "NoSuchEntity",
            "NoSuchBucket",
            "NoSuchBucketPolicy",
            "NoSuchPublicAccessBlockConfiguration",
            "NotFoundException",
            "ResourceNotFoundException",
            "AWSOrganizationsNotInUseException");
    private static final Set<String> SLOWER = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "RequestLimitExceeded",
            "TooManyRequestsException",
            "SlowDown");

    static AwsError of(int status, String code, String message) {
        if (INVALID.contains(code)) {
            return INVALID_KEY;
        }
        if (code.equals("SignatureDoesNotMatch")) {
            return isAboutTime(message) ? CLOCK : WRONG_SIGNATURE;
        }
        if (REFUSED.contains(code)) {
            return DENIED;
        }
        if (LATE.contains(code)) {
            return CLOCK;
        }
        if (SLOWER.contains(code) || status == 429) {
            return THROTTLED;
        }
        if (ABSENT.contains(code)) {
            return NO_SUCH_ENTITY;
        }
        return status >= 500 ? SERVICE : OTHER;
    }

    /// IAM and STS tell a skewed clock by the code of a wrong signature: "Signature expired: … is now earlier than …",
    /// "Signature not yet current: …".
    private static boolean isAboutTime(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.startsWith("signature expired") || lower.startsWith("signature not yet current");
    }
}
