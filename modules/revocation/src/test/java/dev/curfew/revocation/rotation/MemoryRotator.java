package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.revocation.Station;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes second keys at the station's source.
final class MemoryRotator implements Rotator {
    private final Station station;
    private final boolean marks;
    private int made;

    MemoryRotator(Station station, boolean marks) {
        this.station = station;
        this.marks = marks;
    }

    @Override
    public Set<CredentialId> beside(CredentialId old) {
        return others(old);
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside) {
        return others(old).stream().filter(id -> !beside.contains(id)).collect(Collectors.toSet());
    }

    private Set<CredentialId> others(CredentialId old) {
        return station.source.working().stream().filter(id -> !id.equals(old)).collect(Collectors.toSet());
    }

    @Override
    public boolean marks() {
        return marks;
    }

    @Override
    public Fresh make(CredentialId old, String mark) {
        CredentialId id = new CredentialId(old.source(), "AKIANEW" + ++made);
        station.source.give(id, id.nativeId() + ":secret");
        return new Fresh(id, Secret.of(id.nativeId() + ":secret"));
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) {
        return station.source.act(new Action("aws.delete-access-key", false), fresh);
    }

    @Override
    public Usage lastUse(CredentialId credential) {
        return new Usage.NotObserved("test");
    }

    @Override
    public ActionOutcome restore(CredentialId old) {
        station.source.give(old, Station.VALUE);
        return new ActionOutcome.Done(station.clock.instant(), "on again");
    }
}
