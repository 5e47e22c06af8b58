package dev.curfew.connector.dial;

import java.net.UnknownHostException;

/// A host stands for an address inside a network, which is not dialled.
public final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;
}
