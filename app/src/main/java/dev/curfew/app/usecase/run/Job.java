package dev.curfew.app.usecase.run;

import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Issuer.Lease;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A credential that is there for one command. It outlives the desk that it came from: while the command runs, others
/// use the workspace.
///
/// @param officer who asked, and in whose name it ends
/// @param value exists here, at the source, and in what the command is given
/// @param variables in which programs of this kind look for it
/// @param lease what the command is given in its place; empty: the credential itself
/// @param use whether that was let in where it is used
/// @param accepted whether the source let it in when it was tried, before the command
public record Job(
        ExceptionRequest request,
        Window window,
        String officer,
        Secret value,
        Map<String, Secret> variables,
        boolean accepted,
        Optional<Lease> lease,
        LeaseUse use)
        implements AutoCloseable {
    public Job {
        variables = Map.copyOf(variables);
    }

    /// Issued, and neither tried nor handed over.
    static Job of(ExceptionRequest request, Handover handover, String officer) {
        return new Job(
                request,
                handover.window(),
                officer,
                handover.value(),
                Map.of(),
                false,
                Optional.empty(),
                new LeaseUse.NoLogin());
    }

    Job tried(boolean letIn) {
        return new Job(request, window, officer, value, variables, letIn, lease, use);
    }

    Job found(Map<String, Secret> places) {
        return new Job(request, window, officer, value, places, accepted, lease, use);
    }

    Job leased(Optional<Lease> instead) {
        return new Job(request, window, officer, value, variables, accepted, instead, use);
    }

    Job used(LeaseUse where) {
        return new Job(request, window, officer, value, variables, accepted, lease, where);
    }

    CredentialId credential() {
        return window.credential();
    }

    /// What the command is given.
    public Secret handed() {
        return lease.map(Lease::value).orElse(value);
    }

    /// In which programs look for it.
    public Map<String, Secret> handedIn() {
        return lease.map(Lease::variables).orElse(variables);
    }

    /// For how long, at most.
    public Duration lasts() {
        Duration open = Duration.between(window.openedAt(), window.endsAt());
        return lease.map(Lease::lasts).filter(own -> own.compareTo(open) < 0).orElse(open);
    }

    @Override
    public void close() {
        lease.ifPresent(Lease::close);
        value.close();
        variables.values().forEach(Secret::close);
    }
}
