package dev.curfew.connector.openbao.observe;

import dev.curfew.connector.change.Polling;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.pki.KnownCertificates;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Follows an OpenBao by its lists: tokens by accessor, roles, logins, policies, entities, groups, certificates and
/// which of them are revoked, mounts. What changes in a thing that stays, the secrets in an engine and their leases are
/// found by a whole reading; only an audit device would tell of them.
public final class OpenBaoChanges implements ChangeFeed {
    private static final Messages MESSAGES = Messages.of(OpenBaoChanges.class);

    private final OpenBaoObserver observer;
    private final BaoSession session;
    private final Markers markers;
    private final KnownCertificates certificates = new KnownCertificates();
    private Map<String, String> seen = new TreeMap<>();

    /// @param session closed with this
    private OpenBaoChanges(OpenBaoObserver observer, BaoSession session) {
        this.observer = observer;
        this.session = session;
        markers = new Markers(session);
    }

    static OpenBaoChanges open(OpenBaoObserver observer, BaoSession session) throws InterruptedException {
        OpenBaoChanges changes = new OpenBaoChanges(observer, session);
        boolean opened = false;
        try {
            changes.look();
            opened = true;
            return changes;
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }

    @Override
    public Set<String> await(Duration atMost) throws InterruptedException {
        return Polling.await(atMost, this::look);
    }

    private Set<String> look() throws InterruptedException {
        Map<String, String> before = seen;
        try {
            seen = markers.look();
        } catch (Markers.LostException e) {
            throw new SourceException(
                    kind(e.answer()), MESSAGES.text("changes.lost", e.answer().words()), e);
        }
        Set<String> changed = new TreeSet<>();
        if (!before.isEmpty()) {
            Set<String> lists = new TreeSet<>(before.keySet());
            lists.addAll(seen.keySet());
            lists.stream()
                    .filter(list -> !before.getOrDefault(list, "").equals(seen.getOrDefault(list, "")))
                    .forEach(list -> changed.add(list.substring(0, list.indexOf(' '))));
        }
        return changed;
    }

    private static SourceException.Kind kind(BaoAnswer answer) {
        return switch (answer) {
            case BaoAnswer.Refused _ -> SourceException.Kind.REFUSED;
            case BaoAnswer.Throttled _ -> SourceException.Kind.THROTTLED;
            case BaoAnswer.Failed _, BaoAnswer.Silent _ -> SourceException.Kind.UNREACHABLE;
            case BaoAnswer.Done _, BaoAnswer.Empty _, BaoAnswer.Absent _, BaoAnswer.Rejected _, BaoAnswer.Foreign _ ->
                SourceException.Kind.MALFORMED;
        };
    }

    @Override
    public Optional<Observation> readWhole(Progress progress) throws InterruptedException {
        return Optional.of(observer.observe(progress, _ -> true, certificates));
    }

    @Override
    public Observation read(Set<String> scopes, Progress progress) throws InterruptedException {
        return observer.observe(progress, scopes::contains, certificates);
    }

    @Override
    public void close() {
        session.close();
    }
}
