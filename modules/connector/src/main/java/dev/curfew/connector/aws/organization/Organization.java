package dev.curfew.connector.aws.organization;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.details.Arns;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.live.Scoped;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the organization where the account manages it, or may read it for it: its accounts, and which control
/// policies bind each. They bind no management account.
public final class Organization implements Part {
    private static final String SCOPE = "organization";

    private final Account account;

    public Organization(Account account) {
        this.account = account;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        return new OneReading(asking, facts).read();
    }

    private final class OneReading {
        private final Asking asking;
        private final FactSet facts;
        private String management = "";
        private @Nullable Units units;

        OneReading(Asking asking, FactSet facts) {
            this.asking = asking;
            this.facts = facts;
        }

        List<Coverage> read() throws InterruptedException {
            Coverage accounts = Scoped.read(account, SCOPE, this::accounts);
            List<Coverage> coverage = new ArrayList<>();
            coverage.add(told(accounts));
            for (ControlType type : ControlType.values()) {
                coverage.add(
                        accounts.provesAbsence()
                                ? Scoped.read(account, type.scope(), () -> policies(type))
                                : told(new Coverage(
                                        accounts.source(),
                                        type.scope(),
                                        accounts.state(),
                                        accounts.detail(),
                                        0,
                                        accounts.at())));
            }
            return coverage;
        }

        private long accounts() throws Unanswered, InterruptedException {
            Optional<Reading> described =
                    asking.find(new AwsJsonCall(AwsService.ORGANIZATIONS, "DescribeOrganization", Map.of()));
            if (described.isEmpty()) {
                return 0;
            }
            Reading organization = Reading.of(described.get().require("Organization"));
            management = organization.text("MasterAccountId");
            Units read = Units.read(asking, Arns.partition(organization), organization.text("Id"));
            units = read;
            read.members().forEach(this::fact);
            return read.members().size();
        }

        private long policies(ControlType type) throws Unanswered, InterruptedException {
            if (units == null || !units.policyTypes().contains(type.name())) {
                return 0;
            }
            List<Member> bound = units.members().stream()
                    .filter(member -> !member.id().equals(management))
                    .toList();
            return new ControlReading(account.source(), asking, type).read(bound, facts);
        }

        private void fact(Member member) {
            Map<String, String> document = Map.of("Id", member.id(), "Name", member.name(), "Status", member.status());
            facts.add(new Resource(
                    new ResourceId(account.source(), member.arn()),
                    "aws.account",
                    member.name().equals(member.id()) ? member.id() : member.name() + " (" + member.id() + ")",
                    Sensitivity.UNKNOWN,
                    tags(member),
                    new Provenance(SCOPE, "ListAccountsForParent", CanonicalJson.text(document))));
        }
    }

    private static Map<String, String> tags(Member member) {
        Map<String, String> tags = new HashMap<>(
                Map.of("curfew:organization", member.organization(), "curfew:organization-path", member.unit()));
        if (!member.status().isEmpty()) {
            tags.put("status", member.status());
        }
        return tags;
    }

    /// A member account may not read its own organization.
    private static Coverage told(Coverage coverage) {
        return Scoped.explained(
                coverage, detail -> Messages.of(Organization.class).text("refused", detail));
    }
}
