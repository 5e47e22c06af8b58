package dev.curfew.connector.openbao;

import dev.curfew.connector.openbao.api.BaoAnswer;

/// Whether an answer says that there is no such token or lease. OpenBao has no status of its own for it: seen with
/// 2.7.2 are 400 `invalid accessor`, 400 `invalid lease`, 403 `bad token`, and 200 with a warning.
final class Unknown {

    private Unknown() {}

    /// For calls that name a token by accessor.
    static boolean token(BaoAnswer answer) {
        return switch (answer) {
            case BaoAnswer.Done done ->
                done.warnings().stream().anyMatch(warning -> warning.contains("No token found with this accessor"));
            case BaoAnswer.Rejected rejected -> rejected.words().contains("invalid accessor");
            case BaoAnswer.Refused refused -> refused.words().contains("invalid accessor");
            case BaoAnswer.Absent _,
                    BaoAnswer.Empty _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> false;
        };
    }

    /// For calls that hand a token in to be looked up.
    static boolean value(BaoAnswer answer) {
        return answer instanceof BaoAnswer.Refused refused && refused.words().contains("bad token");
    }

    static boolean lease(BaoAnswer answer) {
        return answer instanceof BaoAnswer.Rejected rejected && rejected.words().contains("invalid lease");
    }
}
