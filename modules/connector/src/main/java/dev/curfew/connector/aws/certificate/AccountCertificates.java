package dev.curfew.connector.aws.certificate;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.aws.live.Tally;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.folder.fact.CertificateFacts;
import dev.curfew.connector.folder.x509.Found;
import dev.curfew.connector.folder.x509.PemCertificates;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Certificates of AWS Certificate Manager, in each of the connection's regions, with their chains: the same facts as
/// of a file or an endpoint, so that one certificate has one id wherever it is seen. Their keys are not asked for.
public final class AccountCertificates implements Part {
    private static final String SCOPE = "acm-certificates";

    /// Without these only some RSA ones are listed (ACM API Reference, Filters).
    private static final List<String> KEY_TYPES =
            List.of("RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1");

    /// Of others there is no certificate yet, or never was.
    private static final Set<String> ISSUED = Set.of("ISSUED", "INACTIVE", "EXPIRED", "REVOKED");

    private final Account account;

    public AccountCertificates(Account account) {
        this.account = account;
    }

    @Override
    public List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException {
        Tally tally = new Tally(SCOPE);
        Found found = new Found();
        Map<X509Certificate, Map<String, String>> more = new HashMap<>();
        for (String region : account.regions()) {
            region(asking.in(region), tally, found, more);
        }
        Sheet sheet = new Sheet(account.source(), SCOPE);
        CertificateFacts.add(sheet, found, certificate -> more.getOrDefault(certificate, Map.of()));
        facts.addAll(sheet.facts());
        return List.of(tally.coverage(account.source(), account.now()));
    }

    private static void region(Asking asking, Tally tally, Found found, Map<X509Certificate, Map<String, String>> more)
            throws InterruptedException {
        try {
            AwsJsonCall first =
                    call("ListCertificates", Map.of("Includes", Map.of("keyTypes", KEY_TYPES), "MaxItems", 1000));
            List<Reading> listed = asking.all(Asking.pages(first, "CertificateSummaryList", "NextToken")).stream()
                    .map(Reading::of)
                    .filter(each -> ISSUED.contains(each.optionalText("Status").orElse("ISSUED")))
                    .toList();
            tally.done(0);
            for (Reading each : listed) {
                certificate(asking, each, tally, found, more);
            }
        } catch (Unanswered e) {
            tally.failed(e.answer());
        } catch (MalformedException e) {
            tally.failed(CoverageState.FAILED, Answers.unreadable(e));
        }
    }

    /// One that cannot be read leaves the others known.
    private static void certificate(
            Asking asking, Reading listed, Tally tally, Found found, Map<X509Certificate, Map<String, String>> more)
            throws InterruptedException {
        String arn = listed.text("CertificateArn");
        try {
            Reading answer = asking.one(call("GetCertificate", Map.of("CertificateArn", arn)));
            Found own = PemCertificates.read(arn, answer.text("Certificate"));
            if (own.certificates().isEmpty()) {
                tally.failed(CoverageState.FAILED, String.join("; ", own.problems()));
                return;
            }
            more.put(own.certificates().getFirst().certificate(), attributes(listed));
            found.addAll(own);
            answer.optionalText("CertificateChain").ifPresent(chain -> found.addAll(PemCertificates.read(arn, chain)));
            tally.done(1);
        } catch (Unanswered e) {
            tally.failed(e.answer());
        } catch (MalformedException e) {
            tally.failed(CoverageState.FAILED, Answers.unreadable(e));
        }
    }

    /// ACM renews what it issued itself, as long as it is in use.
    private static Map<String, String> attributes(Reading listed) {
        return Map.of(
                "acm-type", listed.optionalText("Type").orElse(""), "acm-in-use", String.valueOf(listed.flag("InUse")));
    }

    private static AwsJsonCall call(String action, Map<String, Object> parameters) {
        return new AwsJsonCall(AwsService.ACM, action, parameters);
    }
}
