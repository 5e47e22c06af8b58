package dev.curfew.connector.keycloak.observe.part;

import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.realm.Fetched;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.CoverageState;
import java.util.ArrayList;
import java.util.List;

/// What was read of one scope of all realms, and what was not. A realm that keeps something back makes the scope
/// partial; only if every one did, and nothing came, was nothing read.
public final class RealmSheet extends Sheet {
    private final List<Gap> gaps = new ArrayList<>();
    private int realms;
    private boolean isEmpty = true;

    public RealmSheet(SourceName source, String scope) {
        super(source, scope);
    }

    private record Gap(String realm, KcAnswer answer) {}

    /// The next realm begins.
    public void realm() {
        realms++;
    }

    /// What came, with what did not noted.
    public <T> T take(Realm realm, Fetched<T> fetched) {
        fetched.gap().ifPresent(answer -> {
            gaps.add(new Gap(realm.name(), answer));
            for (long i = 0; i < fetched.misses(); i++) {
                miss(realm.name() + ": " + answer.words());
            }
        });
        return fetched.value();
    }

    /// One thing was read.
    public void took() {
        item();
        isEmpty = false;
    }

    /// After the last realm.
    public void settle() {
        if (isEmpty && realms > 0 && gaps.stream().map(Gap::realm).distinct().count() == realms) {
            Gap first = gaps.getFirst();
            close(state(first.answer()), first.answer().words());
        }
    }

    private static CoverageState state(KcAnswer answer) {
        return switch (answer) {
            case KcAnswer.Refused _, KcAnswer.Unaccepted _ -> CoverageState.REFUSED;
            case KcAnswer.Throttled _ -> CoverageState.THROTTLED;
            case KcAnswer.Done _,
                    KcAnswer.Absent _,
                    KcAnswer.Rejected _,
                    KcAnswer.Failed _,
                    KcAnswer.Silent _,
                    KcAnswer.Foreign _ -> CoverageState.FAILED;
        };
    }
}
