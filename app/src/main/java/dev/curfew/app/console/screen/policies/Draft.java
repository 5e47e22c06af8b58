package dev.curfew.app.console.screen.policies;

import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.policy.PolicyPack;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Policies and their cases as they are being written, and the version that they began as.
final class Draft {

    private final StringProperty policies = new SimpleStringProperty("");
    private final StringProperty cases = new SimpleStringProperty("");
    private @Nullable PolicyVersion base;
    private Runnable changed = () -> {};
    private boolean setting;

    /// @param reaction runs once for each change, also where both texts change together
    void onChange(Runnable reaction) {
        changed = reaction;
        policies.subscribe((_, _) -> tell());
        cases.subscribe((_, _) -> tell());
    }

    private void tell() {
        if (!setting) {
            changed.run();
        }
    }

    StringProperty policies() {
        return policies;
    }

    StringProperty cases() {
        return cases;
    }

    PolicyPack pack() {
        return new PolicyPack(policies.get(), cases.get());
    }

    /// Text fields know one kind of line end only.
    private static PolicyPack plain(PolicyPack pack) {
        return new PolicyPack(pack.policies().replace("\r", ""), pack.cases().replace("\r", ""));
    }

    void set(PolicyPack given) {
        PolicyPack pack = plain(given);
        setting = true;
        policies.set(pack.policies());
        cases.set(pack.cases());
        setting = false;
        changed.run();
    }

    boolean isChanged() {
        return base != null && !pack().equals(plain(base.pack()));
    }

    /// Whether somebody saved another version since this was begun.
    boolean isOvertakenBy(PolicyVersion now) {
        return isChanged() && base != null && base.number() != now.number();
    }

    /// Becomes what is in force now, unless somebody has begun to write.
    void follow(PolicyVersion now) {
        boolean begun = isChanged();
        boolean first = base == null;
        base = now;
        if (first || (!begun && !pack().equals(plain(now.pack())))) {
            set(now.pack());
        }
    }

    /// It is in force.
    void saved(PolicyVersion version) {
        base = version;
    }
}
