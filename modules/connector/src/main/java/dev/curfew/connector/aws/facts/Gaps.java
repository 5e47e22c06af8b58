package dev.curfew.connector.aws.facts;

import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.Section;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an account's details name and do not hold. A part that is named and missing is a part not read, and what
/// follows from it is not read whole either.
public final class Gaps {
    private int unreadGroups;
    private int unreadPolicies;
    private int resources;
    private boolean resourcesOverflowed;

    Gaps() {}

    void unreadGroup() {
        unreadGroups++;
    }

    void unreadPolicies(int count) {
        unreadPolicies = count;
    }

    void resources(int count, boolean overflowed) {
        resources = count;
        resourcesOverflowed = overflowed;
    }

    /// Coverage of the four lists and of what is derived from them, for details that were read without a failure.
    public List<Coverage> coverage(SourceName source, AccountDetails details, Instant at) {
        List<Coverage> coverage = new ArrayList<>();
        for (Section section : Section.values()) {
            coverage.add(section(source, section, details, at));
        }
        boolean whole = coverage.stream().allMatch(Coverage::provesAbsence);
        int accounts =
                details.size(Section.USERS) + details.size(Section.ROLES) + details.size(Section.GROUPS) > 0 ? 1 : 0;
        coverage.add(new Coverage(source, Scopes.ACCOUNT, CoverageState.READ, "", accounts, at));
        coverage.add(derived(source, whole, at));
        return coverage;
    }

    private Coverage section(SourceName source, Section section, AccountDetails details, Instant at) {
        CoverageState state = CoverageState.READ;
        String detail = "";
        if (!details.present().contains(section)) {
            state = CoverageState.SKIPPED;
            detail = word("coverage.absent", section.element());
        } else if (details.partial()) {
            state = CoverageState.PARTIAL;
            detail = word("coverage.truncated");
        } else if (details.unreadable().containsKey(section)) {
            state = CoverageState.PARTIAL;
            detail = details.unreadable().getOrDefault(section, "");
        } else if (section == Section.POLICIES && unreadPolicies > 0) {
            state = CoverageState.PARTIAL;
            detail = word("coverage.policies", unreadPolicies);
        } else if (section == Section.POLICIES && details.present().size() < Section.values().length) {
            // Which of AWS's policies are in use is only known with everybody's attachments.
            state = CoverageState.PARTIAL;
            detail = word("coverage.attachments");
        } else if (section == Section.USERS && unreadGroups > 0) {
            state = CoverageState.PARTIAL;
            detail = word("coverage.groups", unreadGroups);
        }
        return new Coverage(source, section.scope(), state, detail, details.size(section), at);
    }

    private Coverage derived(SourceName source, boolean whole, Instant at) {
        CoverageState state = whole && !resourcesOverflowed ? CoverageState.READ : CoverageState.PARTIAL;
        String detail = "";
        if (resourcesOverflowed) {
            detail = word("coverage.resources", PolicyResources.ARNS_MAX);
        } else if (!whole) {
            detail = word("coverage.derived");
        }
        return new Coverage(source, Scopes.POLICY_RESOURCES, state, detail, resources, at);
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(Gaps.class).text(key, arguments);
    }
}
