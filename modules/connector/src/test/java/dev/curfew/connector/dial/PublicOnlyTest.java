package dev.curfew.connector.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOnlyTest {
    private static final String NAME = "source.example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                // by the address that is in them
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::192.168.0.1",
                "2002:a00:1::1",
                "2002:c0a8:101::",
                "2001:0:a00:1::",
                // a client at 10.0.0.1, its bits turned
                "2001:0:808:808:0:0:f5ff:fffe",
                // nobody's, and a network's own in a form that nothing tells
                "0:1::1",
                "64:ff9b:1:2::8.8.8.8",
                "64:ff9b:2::8.8.8.8"
            })
    void anAddressInsideIsNotDialled(String address) {
        assertThatThrownBy(() -> PublicOnly.check(NAME, InetAddress.ofLiteral(address)))
                .isInstanceOf(PrivateAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.0.0.1",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.0.1",
                "192.169.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1",
                "2a00:1450::1",
                "fe7f::1",
                "2001:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::8.8.8.8",
                "2002:808:808::1",
                "2001:0:808:808:0:0:f7f7:f7f7"
            })
    void aPublicOneIs(String address) {
        assertThatCode(() -> PublicOnly.check(NAME, InetAddress.ofLiteral(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"localhost, 127.0.0.1", "localhost, ::1", "127.0.0.1, 127.0.0.1", "[::1], ::1", "0:0:0:0:0:0:0:1, ::1"})
    void thisMachineIsDialledWhereItIsNamedAsSuch(String host, String address) {
        assertThatCode(() -> PublicOnly.check(host, InetAddress.ofLiteral(address)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsCalledThisMachineIsNoOther() {
        assertThatThrownBy(() -> PublicOnly.check("localhost", InetAddress.ofLiteral("8.8.8.8")))
                .isInstanceOf(PrivateAddressException.class);
    }

    /// A name that is looked up anew, and stands for this machine by then.
    @Test
    void aSocketLooksAtTheAddressThatItDials() throws IOException {
        InetAddress rebound = InetAddress.getByAddress(NAME, new byte[] {127, 0, 0, 1});
        try (ServerSocket inside = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
                Socket socket = new PublicSockets().createSocket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(rebound, inside.getLocalPort()), 10_000))
                    .isInstanceOf(PrivateAddressException.class);
            assertThatThrownBy(() -> new PublicSockets().createSocket(rebound, inside.getLocalPort()))
                    .isInstanceOf(PrivateAddressException.class);
            assertThat(socket.isConnected()).isFalse();
            for (String named : new String[] {"127.0.0.1", "localhost"}) {
                try (Socket same = PrivateAddresses.sockets(false).createSocket()) {
                    same.connect(new InetSocketAddress(named, inside.getLocalPort()), 10_000);
                    assertThat(same.isConnected()).isTrue();
                }
            }
            try (Socket allowed = PrivateAddresses.sockets(true).createSocket()) {
                allowed.connect(new InetSocketAddress(rebound, inside.getLocalPort()), 10_000);
                assertThat(allowed.isConnected()).isTrue();
            }
        }
    }

    @Test
    void aNameWithoutAnAddressStaysUnknown() {
        assertThatThrownBy(() -> new PublicSockets().createSocket("no.such.host.invalid", 1))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(PrivateAddressException.class);
    }
}
