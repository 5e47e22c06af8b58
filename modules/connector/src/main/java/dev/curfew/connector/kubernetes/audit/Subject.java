package dev.curfew.connector.kubernetes.audit;

import dev.curfew.connector.kubernetes.fact.CredentialName;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Optional;

/// Whose events are looked for.
sealed interface Subject {

    /// Whether a request was made with what is theirs.
    boolean isBy(AuditEvent event);

    /// Whether somebody else made it as them.
    boolean isAs(AuditEvent event);

    /// What every line about them has in it, as the server writes it; empty where that cannot be said.
    String mark();

    /// What the log cannot tell apart for them; the key of words for it.
    default Optional<String> gap() {
        return Optional.empty();
    }

    /// A service account, or some of the tokens for it.
    ///
    /// @param uid tells it from another of its name that was there before
    record Account(String name, String uid, Tokens tokens) implements Subject {

        @Override
        public boolean isBy(AuditEvent event) {
            String asked = event.user().path("uid").asText();
            return event.userName().equals(name) && (asked.isEmpty() || asked.equals(uid)) && tokens.are(event);
        }

        @Override
        public boolean isAs(AuditEvent event) {
            return tokens.equals(Tokens.ANY) && event.as().equals(name);
        }

        @Override
        public String mark() {
            return name;
        }

        @Override
        public Optional<String> gap() {
            return Optional.of("gap.secret").filter(_ -> tokens.form() == Tokens.Form.IN_SECRET);
        }
    }

    /// @param byCertificate whether one of their certificates was asked about
    record User(String name, boolean byCertificate) implements Subject {

        @Override
        public boolean isBy(AuditEvent event) {
            return event.userName().equals(name);
        }

        @Override
        public boolean isAs(AuditEvent event) {
            return event.as().equals(name);
        }

        @Override
        public String mark() {
            return plain(name);
        }

        @Override
        public Optional<String> gap() {
            return Optional.of("gap.certificate").filter(_ -> byCertificate);
        }
    }

    /// Those who are in a group.
    record Group(String name) implements Subject {

        @Override
        public boolean isBy(AuditEvent event) {
            return Json.texts(event.user().path("groups")).contains(name);
        }

        @Override
        public boolean isAs(AuditEvent event) {
            return Json.texts(event.event().path("impersonatedUser").path("groups"))
                    .contains(name);
        }

        @Override
        public String mark() {
            return plain(name);
        }
    }

    /// Which of an account's tokens.
    ///
    /// @param pod of the tokens in a pod its uid; empty for others
    record Tokens(Form form, String pod) {
        static final Tokens ANY = new Tokens(Form.ANY, "");

        enum Form {
            ANY,
            REQUESTED,
            IN_POD,
            IN_SECRET
        }

        boolean are(AuditEvent event) {
            String in = event.extra(AuditEvent.POD);
            return switch (form) {
                case ANY -> true;
                case REQUESTED ->
                    in.isEmpty() && !event.extra(AuditEvent.CREDENTIAL).isEmpty();
                case IN_POD -> in.equals(pod);
                case IN_SECRET -> event.isLegacyToken();
            };
        }
    }

    /// Names of these signs are written in JSON as they are.
    private static String plain(String name) {
        return name.chars().allMatch(sign -> sign >= ' ' && sign < 127 && "\"\\<>&".indexOf(sign) < 0) ? name : "";
    }

    /// Empty where an audit log does not tell of it.
    static Optional<Subject> of(EntityId who, List<Credential> its) {
        return switch (who) {
            case IdentityId identity -> of(identity, Tokens.ANY);
            case CredentialId credential -> CredentialName.of(credential).flatMap(name -> of(name, its));
            default -> Optional.empty();
        };
    }

    private static Optional<Subject> of(CredentialName name, List<Credential> its) {
        return switch (name) {
            case CredentialName.Requested it ->
                Optional.of(account(it.namespace(), it.account(), it.uid(), new Tokens(Tokens.Form.REQUESTED, "")));
            case CredentialName.InPod it ->
                holder(its).flatMap(account -> of(account, new Tokens(Tokens.Form.IN_POD, it.uid())));
            case CredentialName.InSecret _ ->
                holder(its).flatMap(account -> of(account, new Tokens(Tokens.Form.IN_SECRET, "")));
            case CredentialName.Certificate it -> Optional.of(new User(it.user(), true));
        };
    }

    private static Optional<IdentityId> holder(List<Credential> its) {
        return its.stream().findFirst().flatMap(credential -> Optional.ofNullable(credential.holder()));
    }

    private static Optional<Subject> of(IdentityId identity, Tokens tokens) {
        String[] parts = identity.nativeId().split("/", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "serviceaccount" -> {
                String[] account = parts[1].split("/", 3);
                yield account.length < 2
                        ? Optional.empty()
                        : Optional.of(account(account[0], account[1], account.length < 3 ? "" : account[2], tokens));
            }
            case "user" -> Optional.of(new User(parts[1], false));
            case "group" -> Optional.of(new Group(parts[1]));
            default -> Optional.empty();
        };
    }

    private static Subject account(String namespace, String name, String uid, Tokens tokens) {
        return new Account("system:serviceaccount:" + namespace + ":" + name, uid, tokens);
    }
}
