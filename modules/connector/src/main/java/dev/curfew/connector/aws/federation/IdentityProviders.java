package dev.curfew.connector.aws.federation;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.live.Scoped;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// IAM's OIDC and SAML providers: whose tokens roles may trust, for which audiences, and until when an assertion's
/// signature is known.
public final class IdentityProviders implements Part {
    private static final String OIDC = "oidc-providers";
    private static final String SAML = "saml-providers";

    private final Account account;

    public IdentityProviders(Account account) {
        this.account = account;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        return List.of(
                Scoped.read(account, OIDC, () -> oidc(asking, facts)),
                Scoped.read(account, SAML, () -> saml(asking, facts)));
    }

    private long oidc(Asking asking, FactSet facts) throws Unanswered, InterruptedException {
        List<Node> listed = asking.one(AwsCall.read("ListOpenIDConnectProviders", Map.of()))
                .list("OpenIDConnectProviderList", node -> node);
        for (Node each : listed) {
            String arn = Reading.of(each).text("Arn");
            Reading provider =
                    asking.one(AwsCall.read("GetOpenIDConnectProvider", Map.of("OpenIDConnectProviderArn", arn)));
            Map<String, String> tags = new TreeMap<>();
            tags.put("issuer", "https://" + provider.text("Url").replaceFirst("^https://", ""));
            List<String> audiences = provider.list("ClientIDList", Reading::textOf).stream()
                    .sorted()
                    .toList();
            if (!audiences.isEmpty()) {
                tags.put("audiences", String.join(", ", audiences));
            }
            facts.add(provider(arn, ":oidc-provider/", "aws.oidc-provider", OIDC, tags));
        }
        return listed.size();
    }

    private long saml(Asking asking, FactSet facts) throws Unanswered, InterruptedException {
        List<Reading> listed =
                asking.one(AwsCall.read("ListSAMLProviders", Map.of())).list("SAMLProviderList", Reading::of);
        for (Reading each : listed) {
            Map<String, String> tags = new TreeMap<>();
            each.optionalText("ValidUntil").ifPresent(until -> tags.put("valid-until", until));
            facts.add(provider(each.text("Arn"), ":saml-provider/", "aws.saml-provider", SAML, tags));
        }
        return listed.size();
    }

    private Resource provider(String arn, String before, String kind, String scope, Map<String, String> tags) {
        return new Resource(
                new ResourceId(account.source(), arn),
                kind,
                arn.substring(arn.indexOf(before) + before.length()),
                Sensitivity.UNKNOWN,
                tags,
                new Provenance(scope, "iam", CanonicalJson.text(Map.of("Arn", arn))));
    }
}
