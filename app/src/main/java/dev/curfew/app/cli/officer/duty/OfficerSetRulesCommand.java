package dev.curfew.app.cli.officer.duty;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.officer.ProposalListing;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.duty.DutyRules;
import dev.curfew.governance.duty.DutyRules.NotAlone;
import dev.curfew.governance.duty.RolePair;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lays down what holds for those who approve, in place of what held; the roster's quorum signs it.
@Command(name = "set-rules")
public final class OfficerSetRulesCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerSetRulesCommand.class);

    private final Invocation invocation;

    @Option(names = "--approvals-a-day", paramLabel = "N")
    private @Nullable Integer approvals;

    @Option(names = "--of-one-requester-a-day", paramLabel = "N")
    private @Nullable Integer ofOneRequester;

    @Option(names = "--granted-a-day", paramLabel = "TIME", converter = DurationText.class)
    private @Nullable Duration granted;

    @Option(names = "--delegated-for", paramLabel = "TIME", converter = DurationText.class)
    private @Nullable Duration delegated;

    @Option(names = "--apart", paramLabel = "ROLE:ROLE")
    private List<String> apart = new ArrayList<>();

    @Option(names = "--not-alone", paramLabel = "WHO")
    private List<NotAlone> notAlone = new ArrayList<>();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerSetRulesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        RosterChange change = new RosterChange.SetDuties(rules());
        return ProposalListing.show(
                invocation, officer, login -> invocation.desk().rosters().propose(login, change));
    }

    private DutyRules rules() {
        Set<RolePair> pairs = apart.stream().map(OfficerSetRulesCommand::pair).collect(Collectors.toUnmodifiableSet());
        try {
            return new DutyRules(approvals, ofOneRequester, granted, delegated, pairs, Set.copyOf(notAlone));
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("bad-limit"), e);
        }
    }

    private static RolePair pair(String text) {
        try {
            RolePair pair = RolePair.parse(text);
            if (Member.isRole(pair.first()) && Member.isRole(pair.second())) {
                return pair;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("bad-pair", text), e);
        }
        throw new UsageProblem(MESSAGES.text("bad-pair", text));
    }
}
