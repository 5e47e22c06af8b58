package dev.curfew.connector.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.testbed.process.Certificates;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// Mail to a real server: STARTTLS, a login, refusals.
class MailMessengerTest {
    /// This machine by a name that does not look like it, so that TLS is required.
    private static final String ELSEWHERE = "127.1";

    private static final String PASSWORD = "the password of curfew";

    private static final Notice NOTICE = new Notice(
            "0123456789abcdef0123456789abcdef",
            NoticeEvent.ALARM,
            "bao:token/a",
            "Again\r\nBcc: evil@example.org",
            "Größer & <b>besser</b>.",
            List.of(),
            Instant.parse("2026-11-29T12:00:00Z"));

    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private final MailMessenger messenger = new MailMessenger();

    private SMTPServer server(UnaryOperator<SMTPServer.Builder> more) {
        SMTPServer server = more.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                        .messageHandler((context, from, to, data) -> {
                            if (to.startsWith("nobody@")) {
                                throw new RejectException(550, "nobody of that name: " + PASSWORD);
                            }
                            received.add(data);
                        }))
                .build();
        server.start();
        return server;
    }

    private static SMTPServer.Builder secured(SMTPServer.Builder builder, Certificates certificates) {
        return builder.enableTLS(true)
                .requireTLS(true)
                .startTlsSocketFactory(context(certificates))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, _) -> {
                    if (!user.equals("curfew") || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .requireAuth(true);
    }

    private static SSLContext context(Certificates certificates) {
        try (Secret key = Secret.of(certificates.keyPem("mail"))) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    ClientCertificate.of(certificates.certificatePem("mail"), key)
                            .managers(),
                    null,
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Carrier.Way.Mail mail(String host, SMTPServer server, String user, String to, String ca) {
        return new Carrier.Way.Mail(host, server.getPortAllocated(), user, "curfew@example.org", to, ca, false);
    }

    private static Certificates certificates(Path home, String names) throws Exception {
        Certificates made = new Certificates(Files.createDirectory(home));
        made.server("mail", names);
        return made;
    }

    @Test
    void withoutAnAddressOfItsOwnItGoesToWhomItIsForAndATrialToItsSender() throws Exception {
        SMTPServer server = server(builder -> builder);
        try {
            Carrier.Way.Mail mail = mail("127.0.0.1", server, "", "", "");
            Notice owed = new Notice(
                    "f".repeat(32),
                    NoticeEvent.ATTESTATION_OVERDUE,
                    "a-1",
                    "t",
                    "w",
                    List.of(),
                    "grace@example.org",
                    NOTICE.at());
            assertThat(messenger.carry(mail, owed, null).there()).isTrue();
            assertThat(recipients()).containsExactly(MailAddress.of("grace@example.org"));
            assertThat(messenger.carry(mail, NOTICE, null).there()).isTrue();
            assertThat(recipients()).containsExactly(MailAddress.of("curfew@example.org"));
        } finally {
            server.stop();
        }
    }

    private Address[] recipients() throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.take()))
                .getAllRecipients();
    }

    @Test
    void overTlsWithALoginItArrivesWithItsNoticesId(@TempDir Path home) throws Exception {
        Certificates certificates = certificates(home.resolve("ours"), "ip:127.0.0.1");
        SMTPServer server = server(builder -> secured(builder, certificates));
        try (Secret password = Secret.of(PASSWORD);
                Secret wrong = Secret.of("wrong")) {
            Carrier.Way.Mail mail =
                    mail(ELSEWHERE, server, "curfew", "Ada <ada@example.org>", certificates.authorityPem());
            assertThat(messenger.carry(mail, NOTICE, password)).isEqualTo(new Told(true, "Taken by 127.1."));
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.take()));
            assertThat(message.getMessageID()).isEqualTo("<" + NOTICE.id() + "@curfew.invalid>");
            assertThat(message.getSubject()).isEqualTo("Curfew: Again Bcc: evil@example.org");
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getHeader("Importance")).containsExactly("high");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getAllRecipients()).containsExactly(MailAddress.of("Ada <ada@example.org>"));
            assertThat(String.valueOf(message.getContent())).contains(NOTICE.words(), NOTICE.about(), NOTICE.id());

            assertThat(messenger.carry(mail, NOTICE, wrong))
                    .isEqualTo(new Told(false, "The server 127.1 refused the login."));
            assertThat(messenger.carry(mail, NOTICE, null).there()).isFalse();
            Carrier.Way.Mail nobody =
                    mail(ELSEWHERE, server, "curfew", "nobody@example.org", certificates.authorityPem());
            Told refused = messenger.carry(nobody, NOTICE, password);
            assertThat(refused.there()).isFalse();
            assertThat(refused.words()).contains("127.1").doesNotContain(PASSWORD);
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotTrustedOrOfAnotherNameGetsNothing(@TempDir Path home) throws Exception {
        Certificates theirs = certificates(home.resolve("theirs"), "dns:mail.example.org");
        SMTPServer server = server(builder -> secured(builder, theirs));
        try (Secret password = Secret.of(PASSWORD)) {
            Carrier.Way.Mail platform = mail(ELSEWHERE, server, "curfew", "ada@example.org", "");
            assertThat(messenger.carry(platform, NOTICE, password).there()).isFalse();
            Carrier.Way.Mail named = mail(ELSEWHERE, server, "curfew", "ada@example.org", theirs.authorityPem());
            assertThat(messenger.carry(named, NOTICE, password).there()).isFalse();
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutTlsItGoesToThisMachineOnly() throws InterruptedException {
        SMTPServer server = server(UnaryOperator.identity());
        try {
            Told told = messenger.carry(mail(ELSEWHERE, server, "", "ada@example.org", ""), NOTICE, null);
            assertThat(told.there()).isFalse();
            assertThat(told.words()).contains("STARTTLS");
            assertThat(received).isEmpty();
            assertThat(messenger
                            .carry(mail("127.0.0.1", server, "", "ada@example.org", ""), NOTICE, null)
                            .there())
                    .isTrue();
            assertThat(new String(received.take(), StandardCharsets.US_ASCII))
                    .contains("Curfew-Notice: " + NOTICE.id());
        } finally {
            server.stop();
        }
        assertThat(messenger
                        .carry(mail("127.0.0.1", server, "", "ada@example.org", ""), NOTICE, null)
                        .words())
                .contains("not reached");
    }

    @Test
    void aServerInsideANetworkIsNotDialledUnlessThatWasSaid() {
        for (int port : new int[] {25, 465}) {
            assertThat(messenger.carry(inside(port, ""), NOTICE, null).words())
                    .startsWith("10.255.255.1:" + port + " stands for an address inside a network")
                    .contains("--allow-private-addresses");
        }
    }

    /// Where TLS is spoken from the first byte on, with authorities of one's own: nobody waits there to be connected.
    @Test
    void norIsOneThatIsTrustedByAuthoritiesOfOnesOwn(@TempDir Path home) throws Exception {
        String ca = certificates(home.resolve("ours"), "ip:10.255.255.1").authorityPem();
        assertThat(messenger.carry(inside(465, ca), NOTICE, null).words()).contains("inside a network");
    }

    private static Carrier.Way.Mail inside(int port, String ca) {
        return new Carrier.Way.Mail("10.255.255.1", port, "", "curfew@example.org", "ada@example.org", ca, false);
    }

    @Test
    void whereTlsIsSpokenFromTheFirstByteOnItArrivesToo(@TempDir Path home) throws Exception {
        Certificates certificates = certificates(home.resolve("ours"), "ip:127.0.0.1");
        SMTPServer server = server(builder -> secured(builder, certificates)
                .enableTLS(false)
                .requireTLS(false)
                .serverSocketFactory(context(certificates)));
        MailMessenger implicit = new MailMessenger(server.getPortAllocated());
        try (Secret password = Secret.of(PASSWORD);
                Secret wrong = Secret.of("wrong")) {
            Carrier.Way.Mail mail = mail("127.0.0.1", server, "curfew", "ada@example.org", certificates.authorityPem());
            assertThat(implicit.carry(mail, NOTICE, password)).isEqualTo(new Told(true, "Taken by 127.0.0.1."));
            assertThat(new String(received.take(), StandardCharsets.US_ASCII)).contains(NOTICE.id());

            assertThat(implicit.carry(mail, NOTICE, wrong))
                    .isEqualTo(new Told(false, "The server 127.0.0.1 refused the login."));
            Carrier.Way.Mail platform = mail("127.0.0.1", server, "curfew", "ada@example.org", "");
            assertThat(implicit.carry(platform, NOTICE, password).words()).contains("was not reached, or broke off");
            Carrier.Way.Mail named =
                    mail("localhost", server, "curfew", "ada@example.org", certificates.authorityPem());
            assertThat(implicit.carry(named, NOTICE, password).there())
                    .as("its certificate is for another name")
                    .isFalse();
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void onlyAddressesAreAddresses() {
        for (String text : List.of("ada@example.org", "Ada <ada@example.org>")) {
            assertThat(MailAddress.isOne(text)).as(text).isTrue();
        }
        for (String text : List.of("", "ada", "a@b, c@d", "a@b\r\nBcc: c@d", "a@", "@b")) {
            assertThat(MailAddress.isOne(text)).as(text).isFalse();
        }
    }
}
