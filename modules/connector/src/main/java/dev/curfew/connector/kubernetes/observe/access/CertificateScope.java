package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.Tags;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Requests for certificates, and the client certificates that came of them. The cluster's own cleaner removes a
/// request an hour after it was answered; the certificate lives on, and is then in no list.
public final class CertificateScope extends ListScope {
    private static final Messages MESSAGES = Messages.of(CertificateScope.class);

    /// Those whose certificates the API server takes a client's name from.
    private static final String CLIENT_SIGNERS = "kubernetes.io/kube-apiserver-client";

    private static final Shape SHAPE = Shape.of()
            .with("metadata", Metadata.SHAPE)
            .with("spec", Shape.of("signerName", "username", "expirationSeconds", "usages"))
            .with("status", Shape.of("certificate").with("conditions", Shape.of("type", "reason", "status")));

    private final OwnUsers own;
    private final Set<String> told;
    private final List<Doc> requests = new ArrayList<>();

    /// @param told as of [BindingScope]
    public CertificateScope(OwnUsers own, Set<String> told) {
        super(Collection.of("apis/certificates.k8s.io/v1/certificatesigningrequests", SHAPE), Form.OBJECTS);
        this.own = own;
        this.told = told;
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        requests.add(object);
    }

    @Override
    protected void restart() {
        requests.clear();
    }

    @Override
    public void finish(ScopeSheet sheet, Accounts accounts) {
        sheet.note(MESSAGES.text("requests-kept"));
        NativeNames names = new NativeNames(sheet.source());
        for (Doc request : requests) {
            Optional<IssuedCertificate> certificate = IssuedCertificate.of(request);
            Provenance provenance = from(sheet, request);
            request(sheet, names, request, certificate, provenance);
            if (request.doc("spec").text("signerName").startsWith(CLIENT_SIGNERS)) {
                certificate
                        .filter(found -> !found.user().isBlank())
                        .ifPresent(found -> client(sheet, names, Metadata.of(request), found, provenance));
            }
        }
        requests.clear();
    }

    private void request(
            ScopeSheet sheet,
            NativeNames names,
            Doc request,
            Optional<IssuedCertificate> certificate,
            Provenance provenance) {
        Metadata metadata = Metadata.of(request);
        Map<String, String> tags = Tags.of(metadata);
        tags.put("signer", request.doc("spec").text("signerName"));
        tags.put("requester", request.doc("spec").text("username"));
        tags.put("state", state(request));
        certificate.ifPresent(found -> tags.put("user", found.user()));
        sheet.add(new Resource(
                names.resource(name(), metadata),
                "kubernetes.certificate-request",
                metadata.name(),
                Sensitivity.UNKNOWN,
                tags,
                provenance));
    }

    private static String state(Doc request) {
        List<String> conditions = request.doc("status").docs("conditions").stream()
                .map(condition -> condition.text("type"))
                .toList();
        if (!request.doc("status").text("certificate").isEmpty()) {
            return "issued";
        }
        return conditions.isEmpty() ? "pending" : String.join(",", conditions);
    }

    private void client(
            ScopeSheet sheet,
            NativeNames names,
            Metadata request,
            IssuedCertificate certificate,
            Provenance provenance) {
        IdentityId holder = names.user(certificate.user());
        if (told.add("user/" + certificate.user())) {
            sheet.add(
                    Subjects.user(sheet, names, certificate.user(), own.names().contains(certificate.user())));
            sheet.add(new Membership(holder, names.group(NativeNames.AUTHENTICATED), provenance));
        }
        for (String group : certificate.groups()) {
            if (told.add("group/" + group)) {
                sheet.add(Subjects.group(sheet, names, group));
            }
            sheet.add(new Membership(holder, names.group(group), provenance));
        }
        Map<String, String> attributes = new TreeMap<>(Map.of("request", request.name(), "uid", request.uid()));
        if (own.names().contains(certificate.user())) {
            attributes.put(OwnUsers.MARK, "true");
        }
        sheet.add(new Credential(
                names.certificate(request, certificate.user()),
                "kubernetes.client-certificate",
                certificate.user(),
                holder,
                null,
                certificate.startsAt(),
                new Expiry.At(certificate.endsAt()),
                new Usage.NotObserved(MESSAGES.text("subject-usage")),
                true,
                attributes,
                provenance));
    }
}
