package dev.curfew.governance.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An approval that the ledger holds and the officer's signature vouches for.
///
/// @param device the machine it was signed on, as in `Device.id`
/// @param byFile whether it was signed on another machine, and came as a file
/// @param ledgerIndex of its entry; `Long.MAX_VALUE` while it has none
/// @param voice that is given besides the officer's own, as they say; null where there is none
public record SignedApproval(
        String officer,
        String device,
        Instant at,
        Instant expiresAt,
        boolean byFile,
        long ledgerIndex,
        @Nullable Voice voice) {
    /// As the text says, once it is verified.
    static SignedApproval of(String officer, SignedText signed, long ledgerIndex) {
        return new SignedApproval(
                officer,
                signed.device(),
                signed.at(),
                signed.expiresAt(),
                !signed.asked().isEmpty(),
                ledgerIndex,
                signed.voice().orElse(null));
    }

    /// The one that is about to be signed here, as it is judged before.
    public static SignedApproval about(String officer, String device, Instant now, @Nullable Voice voice) {
        return new SignedApproval(officer, device, now, Instant.MAX, false, Long.MAX_VALUE, voice);
    }

    /// Everybody whose duties it is held to: its officer, and whose voice they give, be it heard or not.
    public List<String> names() {
        return voice == null ? List.of(officer) : List.of(officer, voice.of());
    }
}
