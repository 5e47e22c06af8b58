package dev.curfew.app.console.screen.blastradius.cut;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.denial.Denials;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.screen.blastradius.document.Excerpt;
import dev.curfew.app.console.screen.blastradius.document.Excerpts;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would take a hop of a path away, the narrowest first. What only the source itself could undo is not among it.
public final class Cuts {
    private static final Messages MESSAGES = Messages.of(Cuts.class);

    private final SnapshotIndex index;

    public Cuts(SnapshotIndex index) {
        this.index = index;
    }

    /// @param at which hop of the path, from 0
    public List<Cut> of(List<Hop> path, int at) {
        Hop hop = path.get(at);
        List<Cut> cuts = new ArrayList<>();
        new Excerpts(index).of(hop).forEach(excerpt -> narrow(excerpt).ifPresent(cuts::add));
        if (hop.from() instanceof CredentialId credential) {
            cuts.add(end(credential));
        }
        switch (hop.kind()) {
            case HOLDS -> detach(hop).ifPresent(cuts::add);
            case MEMBER_OF, LOGS_IN_AS -> {}
            case ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    READS,
                    WRITES,
                    ADMINISTERS,
                    ESCALATES -> {
                maker(path, at)
                        .flatMap(maker -> Denials.of(index, maker, hop)
                                .<PlannedChange>map(it -> new PlannedChange.AddDeny(maker, it.kind(), it.text()))
                                .map(change -> new Cut(
                                        MESSAGES.text("deny", hop.actions(), Names.of(index, maker)), "", change)))
                        .ifPresent(cuts::add);
                if (at > 0 && path.get(at - 1).kind() == HopKind.HOLDS) {
                    detach(path.get(at - 1)).ifPresent(cuts::add);
                }
            }
        }
        return cuts;
    }

    private Optional<Cut> narrow(Excerpt excerpt) {
        PolicyId policy = excerpt.policy().id();
        long holders = index.snapshot().grants().stream()
                .filter(grant -> grant.policy().equals(policy))
                .count();
        String beside = holders > 1 ? MESSAGES.text("narrow.beside", holders - 1) : "";
        return excerpt.without()
                .map(text -> new Cut(
                        MESSAGES.text(
                                "narrow", excerpt.number(), excerpt.policy().name()),
                        beside,
                        new PlannedChange.Narrow(policy, text)));
    }

    private Cut end(CredentialId credential) {
        int children = index.childrenOf(credential).size();
        return new Cut(
                MESSAGES.text("end", Names.of(index, credential)),
                children == 0 ? "" : MESSAGES.text("end.beside", children),
                new PlannedChange.EndCredential(credential));
    }

    /// What a token was given is its own until it ends.
    private Optional<Cut> detach(Hop hop) {
        if (!(hop.to() instanceof PolicyId policy) || hop.from() instanceof CredentialId) {
            return Optional.empty();
        }
        return Optional.of(new Cut(
                MESSAGES.text("detach", Names.of(index, policy), Names.of(index, hop.from())),
                "",
                new PlannedChange.Detach(hop.from(), policy)));
    }

    /// Who makes the step that the hop belongs to: its groups and policies are on the way.
    private static Optional<IdentityId> maker(List<Hop> path, int at) {
        int first = at;
        while (first > 0 && isOnTheWay(path.get(first - 1).kind())) {
            first--;
        }
        return path.get(first).from() instanceof IdentityId identity ? Optional.of(identity) : Optional.empty();
    }

    private static boolean isOnTheWay(HopKind kind) {
        return kind == HopKind.MEMBER_OF || kind == HopKind.HOLDS;
    }

    /// What Curfew itself could end so that the hop cannot be made: its credential, or those of whoever is nearest
    /// before it.
    public Optional<EntityId> revocable(List<Hop> path, int at) {
        for (int i = at; i >= 0; i--) {
            EntityId from = path.get(i).from();
            if (from instanceof CredentialId
                    || (from instanceof IdentityId identity
                            && !index.credentialsOf(identity).isEmpty())) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }
}
