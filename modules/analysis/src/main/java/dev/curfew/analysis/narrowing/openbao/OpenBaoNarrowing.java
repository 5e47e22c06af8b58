package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclParser;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.narrowing.Cut;
import dev.curfew.analysis.narrowing.Exactness;
import dev.curfew.analysis.narrowing.Narrowed;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.PathRule;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/// Narrows an ACL policy. Each rule stays where it is and grants no more than it was used for: no other rule takes its
/// place then, whatever else a holder has. Where it is certain that no other rule has a say, one with a wildcard grants
/// only the paths that were used. Denials, parameters, templates, expirations and all other fields stay as they are.
public final class OpenBaoNarrowing {
    private static final Messages MESSAGES = Messages.of(OpenBaoNarrowing.class);

    /// More paths than these below one wildcard are not a list that somebody keeps; there will be others tomorrow.
    public static final int PATHS_MAX = 20;

    private final Company company;
    private final Collection<Use> uses;
    private final RuleUse used;
    private final Shrinking shrinking;
    private final Set<String> notes = new LinkedHashSet<>();

    private OpenBaoNarrowing(Company company, Collection<Use> uses, int pathsMax) {
        this.company = company;
        this.uses = uses;
        used = RuleUse.of(company, uses);
        shrinking = new Shrinking(company, pathsMax, notes);
    }

    /// @param name of the policy
    /// @param texts of it and of all that are held with it, by name, as far as they were read
    /// @param holdings what its holders hold together, each with its name
    /// @param uses by requests in its namespace
    /// @param pathsMax up to how many paths a wildcard gives way to; zero: to none
    public static Narrowed of(
            String name,
            Map<String, String> texts,
            Set<Set<String>> holdings,
            Collection<Use> uses,
            int pathsMax,
            Instant now) {
        if (name.equals("root")) {
            return new Narrowed.Impossible(MESSAGES.text("root"));
        }
        String text = texts.getOrDefault(name, "");
        try {
            HclValue.Body body = HclParser.parse(text);
            Map<String, VaultPolicy> known = known(texts);
            known.put(name, VaultPolicy.parse(name, text));
            Set<Set<String>> all = new LinkedHashSet<>(holdings);
            uses.stream().map(Use::with).filter(with -> with.contains(name)).forEach(all::add);
            Company company = new Company(name, known, all, now);
            return new OpenBaoNarrowing(company, uses, pathsMax).narrow(body, text);
        } catch (PolicySyntaxException e) {
            return new Narrowed.Impossible(MESSAGES.text("unreadable", String.valueOf(e.getMessage())));
        }
    }

    /// One that cannot be read is as one that was not.
    private static Map<String, VaultPolicy> known(Map<String, String> texts) {
        Map<String, VaultPolicy> known = new HashMap<>();
        texts.forEach((name, text) -> {
            try {
                known.put(name, VaultPolicy.parse(name, text));
            } catch (PolicySyntaxException e) {
                known.remove(name);
            }
        });
        return known;
    }

    private Narrowed narrow(HclValue.Body body, String text) throws PolicySyntaxException {
        List<HclItem> items = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        int position = 0;
        for (HclItem item : body.items()) {
            if (item.key().equals("path")) {
                block(item, rule(position++), items, cuts);
            } else {
                items.add(item);
            }
        }
        if (cuts.isEmpty()) {
            return new Narrowed.Nothing(List.copyOf(notes));
        }
        String narrower = HclText.of(new HclValue.Body(items));
        Exactness exactness = new Comparison(company, VaultPolicy.parse(company.name(), narrower), notes).over(uses);
        if (!exactness.holds()) {
            return new Narrowed.Impossible(MESSAGES.text("inexact", exactness.widened(), exactness.lost()));
        }
        if (text.lines()
                .anyMatch(line -> line.strip().startsWith("#") || line.strip().startsWith("//"))) {
            notes.add(MESSAGES.text("note.comments"));
        }
        return new Narrowed.Narrower(narrower, cuts, List.copyOf(notes), exactness);
    }

    private PathRule rule(int position) {
        return company.own().rules().get(position);
    }

    private void block(HclItem block, PathRule rule, List<HclItem> items, List<Cut> cuts) {
        NavigableMap<String, Set<Capability>> asked = used.of(rule);
        Set<Capability> kept = shrinking.kept(rule, asked);
        NavigableMap<String, Set<Capability>> paths = shrinking.paths(rule, asked);
        if (rule.denies() || (paths.isEmpty() && kept.equals(rule.capabilities()))) {
            items.add(block);
            return;
        }
        paths.forEach((path, capabilities) ->
                items.add(HclText.block(block, List.of(block.key(), path), texts(capabilities))));
        Set<Capability> left = paths.isEmpty() ? kept : Set.of();
        items.add(HclText.block(block, block.keys(), texts(left)));
        List<String> after = new ArrayList<>(texts(left));
        paths.forEach((path, capabilities) -> after.add(path + ": " + String.join(", ", texts(capabilities))));
        cuts.add(new Cut(rule.path(), texts(rule.capabilities()), after));
    }

    private static List<String> texts(Set<Capability> capabilities) {
        return capabilities.stream().sorted().map(Capability::text).toList();
    }
}
