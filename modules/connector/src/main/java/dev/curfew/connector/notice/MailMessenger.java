package dev.curfew.connector.notice;

import dev.curfew.connector.dial.PrivateAddressException;
import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.connector.http.Trust;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.kind.Loopback;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.text.Messages;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Sends notices as mail. The server has to speak TLS (STARTTLS, RFC 3207; from the first byte on port 465, RFC 8314),
/// with a certificate for its name, unless it is this machine.
final class MailMessenger {
    private static final Messages MESSAGES = Messages.of(MailMessenger.class);

    /// For connecting, and for each answer: a server has seven or so of them to give.
    private static final int MILLIS_MAX = 5000;

    private static final String SMTP = "smtp";

    private final int implicitTls;

    MailMessenger() {
        this(465);
    }

    /// @param implicitTls the port on which TLS is spoken from the first byte on
    MailMessenger(int implicitTls) {
        this.implicitTls = implicitTls;
    }

    Told carry(Carrier.Way.Mail mail, Notice notice, @Nullable Secret secret) {
        if (!mail.user().isEmpty() && secret == null) {
            return new Told(false, MESSAGES.text("no-password"));
        }
        try {
            Session session = Session.getInstance(properties(mail));
            MimeMessage message = message(session, mail, notice);
            try (SMTPTransport transport = new SMTPTransport(session, server(mail, secret))) {
                connect(transport, mail);
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Told(true, MESSAGES.text("taken", mail.host()));
        } catch (MessagingException e) {
            return new Told(false, words(mail, e));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return new Told(false, MESSAGES.text("certificates"));
        }
    }

    private static URLName server(Carrier.Way.Mail mail, @Nullable Secret secret) {
        return mail.user().isEmpty() || secret == null
                ? new URLName(SMTP, mail.host(), mail.port(), null, null, null)
                : new URLName(SMTP, mail.host(), mail.port(), null, mail.user(), secret.reveal());
    }

    /// The mail client lets nobody else dial where it is to speak TLS from the first byte on, trusting authorities of
    /// the carrier's own: so it is handed what was dialled.
    private void connect(SMTPTransport transport, Carrier.Way.Mail mail)
            throws MessagingException, GeneralSecurityException {
        if (mail.port() == implicitTls) {
            transport.connect(dialled(mail));
        } else {
            transport.connect();
        }
    }

    private static Socket dialled(Carrier.Way.Mail mail) throws MessagingException, GeneralSecurityException {
        try {
            return ImplicitTls.dial(mail, trusting(mail.caCertificates()), MILLIS_MAX);
        } catch (IOException e) {
            throw new MessagingException("not dialled", e);
        }
    }

    private static Properties properties(Carrier.Way.Mail mail) throws GeneralSecurityException {
        Properties all = new Properties();
        String millisMax = String.valueOf(MILLIS_MAX);
        all.setProperty("mail.smtp.connectiontimeout", millisMax);
        all.setProperty("mail.smtp.timeout", millisMax);
        all.setProperty("mail.smtp.writetimeout", millisMax);
        all.setProperty("mail.smtp.auth", String.valueOf(!mail.user().isEmpty()));
        all.setProperty("mail.smtp.starttls.enable", "true");
        // what a server of another machine offers can be taken out of its greeting on the way (RFC 3207, section 6)
        all.setProperty("mail.smtp.starttls.required", String.valueOf(!Loopback.is(mail.host())));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        all.put("mail.smtp.socketFactory", PrivateAddresses.sockets(mail.privateAllowed()));
        all.setProperty("mail.smtp.socketFactory.fallback", "false");
        if (!mail.caCertificates().isEmpty()) {
            all.put("mail.smtp.ssl.socketFactory", trusting(mail.caCertificates()));
        }
        return all;
    }

    /// @param pem empty for the platform's authorities
    private static SSLSocketFactory trusting(String pem) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, pem.isEmpty() ? null : new TrustManager[] {new Trust(pem).manager()}, null);
        return context.getSocketFactory();
    }

    private static MimeMessage message(Session session, Carrier.Way.Mail mail, Notice notice)
            throws MessagingException {
        MimeMessage message = new Numbered(session, "<" + notice.id() + "@curfew.invalid>");
        message.setFrom(MailAddress.of(mail.from()));
        message.setRecipient(MimeMessage.RecipientType.TO, MailAddress.of(to(mail, notice)));
        message.setSubject(MESSAGES.text("subject", line(notice.title())), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(notice.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Curfew-Notice", notice.id());
        message.setHeader("Curfew-Event", notice.event().text());
        if (notice.isUrgent()) {
            message.setHeader("Importance", "high");
        }
        message.setText(
                MESSAGES.text("body", notice.words(), notice.about(), notice.id()), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    /// A trial of what goes to others goes back to its sender.
    private static String to(Carrier.Way.Mail mail, Notice notice) {
        return Stream.of(mail.to(), notice.address())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse(mail.from());
    }

    /// Nothing of it becomes a header of its own.
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /// Its id is the notice's, by which mail systems tell repetitions (RFC 5322, section 3.6.4).
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /// Without the server's own words, which can repeat anything.
    private static String words(Carrier.Way.Mail mail, MessagingException e) {
        return switch (e) {
            case AuthenticationFailedException _ -> MESSAGES.text("login", mail.host());
            case SMTPAddressFailedException refused ->
                MESSAGES.text("refused", mail.host(), String.valueOf(refused.getReturnCode()));
            case SMTPSendFailedException refused ->
                MESSAGES.text("refused", mail.host(), String.valueOf(refused.getReturnCode()));
            case AddressException _ -> MESSAGES.text("address");
            default -> unspecific(mail, e);
        };
    }

    private static String unspecific(Carrier.Way.Mail mail, MessagingException e) {
        String server = mail.host() + ":" + mail.port();
        if (String.valueOf(e.getMessage()).contains("STARTTLS")) {
            return MESSAGES.text("tls", server);
        }
        return switch (e.getNextException()) {
            case PrivateAddressException _ -> MESSAGES.text("inside", server);
            case IOException fault ->
                MESSAGES.text("unreachable", server, fault.getClass().getSimpleName());
            case null, default -> MESSAGES.text("failed", server);
        };
    }
}
