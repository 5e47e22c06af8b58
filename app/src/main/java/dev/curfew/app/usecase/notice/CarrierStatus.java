package dev.curfew.app.usecase.notice;

import dev.curfew.governance.notice.CarrierBook.Standing;
import dev.curfew.governance.notice.ToldBook.CarrierState;
import java.util.Optional;

/// A carrier as it stands.
///
/// @param state how it last did; empty if nothing was tried yet
/// @param waiting how many notices are to go by it
public record CarrierStatus(Standing standing, Optional<CarrierState> state, int waiting) {

    public boolean fails() {
        return state.filter(one -> !one.works()).isPresent();
    }
}
