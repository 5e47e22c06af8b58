package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// Reads IAM Identity Center in the one of the connection's regions where it is.
public final class IdentityCenter implements Part {
    private static final Messages MESSAGES = Messages.of(IdentityCenter.class);

    /// "The role is created … under the path /aws-reserved/sso.amazonaws.com/" (IAM Identity Center User Guide).
    private static final String ITS_ROLE = ":role/aws-reserved/sso.amazonaws.com/";

    private final Account account;

    public IdentityCenter(Account account) {
        this.account = account;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        List<CenterRegion> regions = new ArrayList<>();
        for (String region : account.regions()) {
            regions.add(CenterRegion.look(account, region, asking.in(region)));
        }
        boolean isNowhere = regions.stream().allMatch(CenterRegion::hasNone);
        long roles = facts.all(Identity.class).stream()
                .filter(identity -> identity.id().nativeId().contains(ITS_ROLE))
                .count();
        List<Coverage> coverage = new ArrayList<>();
        for (CenterRegion region : regions) {
            if (region.hasInstance()) {
                coverage.addAll(region.read(facts));
            } else if (isNowhere && roles > 0) {
                coverage.addAll(region.unread(CoverageState.SKIPPED, MESSAGES.text("elsewhere", roles)));
            } else {
                coverage.addAll(region.unread(CoverageState.READ, MESSAGES.text("none")));
            }
        }
        return coverage;
    }
}
