package dev.curfew.connector.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/// Addresses that mail can go to (RFC 5322, section 3.4).
public final class MailAddress {
    private MailAddress() {}

    /// Whether the text is one address, with its domain, and nothing else.
    public static boolean isOne(String text) {
        try {
            return of(text).getAddress().indexOf('@') > 0;
        } catch (AddressException _) {
            return false;
        }
    }

    static InternetAddress of(String text) throws AddressException {
        InternetAddress address = new InternetAddress(text, true);
        address.validate();
        return address;
    }
}
