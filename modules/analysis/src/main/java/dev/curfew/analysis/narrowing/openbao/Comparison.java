package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.narrowing.Exactness;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.VaultOperation;
import dev.curfew.analysis.vault.VaultRequest;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the same questions to a policy and to the narrower one, among all that each holder holds.
final class Comparison {
    private static final Messages MESSAGES = Messages.of(Comparison.class);

    /// Holders of one policy differ in less than these ways; of more the first are asked, and a note says so.
    static final int HOLDINGS_MAX = 100;

    /// Enough to see what is wrong.
    private static final int TOLD_MAX = 5;

    private static final Set<Capability> ASKED = EnumSet.complementOf(EnumSet.of(Capability.DENY));

    /// Somebody whose id and name are known, for the templates that ask for these.
    private static final VaultEntity SOMEBODY =
            new VaultEntity("e-1", "somebody", Map.of(), List.of(), List.of(), false);

    private final Company company;
    private final VaultPolicy narrower;
    private final Set<String> notes;
    private final List<String> widened = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long questions;

    /// @param notes added to where not all is asked
    Comparison(Company company, VaultPolicy narrower, Set<String> notes) {
        this.company = company;
        this.narrower = narrower;
        this.notes = notes;
    }

    Exactness over(Collection<Use> uses) {
        Questions all = new Questions(company, narrower, SOMEBODY, uses);
        List<Set<String>> holdings =
                company.holdings().stream().map(company::whole).distinct().toList();
        if (holdings.size() > HOLDINGS_MAX) {
            notes.add(MESSAGES.text("note.holdings", HOLDINGS_MAX, holdings.size()));
        }
        if (all.areCut()) {
            notes.add(MESSAGES.text("note.paths", all.paths().size()));
        }
        holdings.stream().limit(HOLDINGS_MAX).forEach(holding -> {
            ask(holding, null, all);
            ask(holding, SOMEBODY, all);
        });
        long kept = keeps(uses);
        return new Exactness(questions, kept, first(widened), first(lost));
    }

    private void ask(Set<String> holding, @Nullable VaultEntity entity, Questions all) {
        VaultAcl before = company.acl(holding, company.own(), entity);
        VaultAcl after = company.acl(holding, narrower, entity);
        for (String path : all.paths()) {
            for (Capability capability : ASKED) {
                questions++;
                if (isMore(before.reachable(path, capability), after.reachable(path, capability))) {
                    widened.add(capability.text() + " " + path + " " + holding);
                }
            }
        }
        for (String path : all.pathsWithParameters()) {
            for (Map<String, HclValue> parameters : all.parameters()) {
                questions++;
                VaultRequest request = new VaultRequest(path, Capability.UPDATE, parameters, null);
                if (isMore(before.evaluate(request), after.evaluate(request))) {
                    widened.add("update " + path + " " + parameters.keySet() + " " + holding);
                }
            }
        }
    }

    /// Whether the second answer lets something in that the first does not.
    private static boolean isMore(Evaluation before, Evaluation after) {
        return switch (after) {
            case Evaluation.Allowed _ -> !(before instanceof Evaluation.Allowed);
            case Evaluation.Conditional(var _, Set<String> needs) ->
                switch (before) {
                    case Evaluation.Allowed _ -> false;
                    case Evaluation.Conditional(var _, Set<String> needed) -> !needs.containsAll(needed);
                    case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _, Evaluation.Unknown _ -> true;
                };
            case Evaluation.Unknown _ -> !(before instanceof Evaluation.Unknown);
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> false;
        };
    }

    private long keeps(Collection<Use> uses) {
        Map<Set<String>, List<VaultAcl>> acls = new HashMap<>();
        long kept = 0;
        for (Use use : uses) {
            Optional<VaultOperation> operation = RuleUse.operation(use);
            if (operation.isEmpty() || !company.decides(use.with())) {
                continue;
            }
            List<VaultAcl> both = acls.computeIfAbsent(
                    company.whole(use.with()),
                    holding ->
                            List.of(company.acl(holding, company.own(), null), company.acl(holding, narrower, null)));
            kept++;
            if (isMore(reach(both.getLast(), use, operation.get()), reach(both.getFirst(), use, operation.get()))) {
                lost.add(use.operation() + " " + use.target() + " " + use.with());
            }
        }
        return kept;
    }

    private static Evaluation reach(VaultAcl acl, Use use, VaultOperation operation) {
        return acl.reachable(use.target(), operation.needs());
    }

    private static List<String> first(List<String> all) {
        return all.stream().limit(TOLD_MAX).toList();
    }
}
