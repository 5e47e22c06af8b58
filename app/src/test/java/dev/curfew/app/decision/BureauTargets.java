package dev.curfew.app.decision;

import dev.curfew.governance.target.IssuedKind;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.testbed.memory.MemorySource;
import java.util.Optional;

/// One source in memory that may be acted on, and is an OpenBao as far as the catalogue is concerned.
record BureauTargets(MemorySource source, Catalogue catalogue) implements Targets {
    @Override
    public Optional<Issuer> issuer(SourceName name) {
        return Optional.of(source);
    }

    @Override
    public Optional<Revoker> revoker(SourceName name) {
        return Optional.of(source);
    }

    @Override
    public Optional<Probe> probe(SourceName name) {
        return Optional.of(source);
    }

    @Override
    public Optional<Action> ending(SourceName name) {
        return issued().map(IssuedKind::ending);
    }

    @Override
    public Optional<String> issuedKind(SourceName name) {
        return issued().map(IssuedKind::credentialKind);
    }

    private Optional<IssuedKind> issued() {
        return Optional.ofNullable(catalogue.issued().get("openbao"));
    }
}
