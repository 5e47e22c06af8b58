package dev.curfew.testbed.process;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A way to a server on this machine that loses an answer after the question arrived, or holds a question back. It
/// passes bytes on as they come, encrypted ones too.
public final class LossyWay implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile int lost = -1;
    private volatile byte[] instead = new byte[0];
    private volatile String held = "";
    private volatile CountDownLatch go = new CountDownLatch(0);

    private LossyWay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /// @param target the server's port
    public static LossyWay to(int target) {
        try {
            LossyWay way = new LossyWay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().name("way").start(way::listen);
            return way;
        } catch (IOException e) {
            throw new TestbedException("there is no free port", e);
        }
    }

    /// On 127.0.0.1.
    public int port() {
        return door.getLocalPort();
    }

    /// What is asked in plain text with these words in it waits until [#letGo].
    public void hold(String words) {
        go = new CountDownLatch(1);
        held = words;
    }

    public void letGo() {
        held = "";
        go.countDown();
    }

    /// The server gets that question, and nobody gets its answer: the connection breaks off in its place.
    ///
    /// @param turn counted from now on, from 1; later ones are answered
    public void loseAnswer(int turn) {
        replaceAnswer(turn, "");
    }

    /// As [#loseAnswer], but something else comes first: what a gateway says when it gives up waiting, in plain text.
    public void replaceAnswer(int turn, String other) {
        turns.set(0);
        instead = other.getBytes(StandardCharsets.ISO_8859_1);
        lost = turn;
    }

    /// How often something was asked and answered, or its answer lost, since [#loseAnswer].
    public int turns() {
        return turns.get();
    }

    private void listen() {
        try {
            while (true) {
                carry(door.accept());
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    /// A server that is not there costs this connection, and no later one.
    private void carry(Socket client) {
        open.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            Passage passage = new Passage(client, server);
            Thread.ofVirtual().name("way-ask").start(passage::ask);
            Thread.ofVirtual().name("way-answer").start(passage::answer);
        } catch (IOException _) {
            close(client);
        }
    }

    /// One connection.
    private final class Passage {
        private final Socket client;
        private final Socket server;
        private volatile boolean asked;

        Passage(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() {
            pass(client, server, bytes -> {
                if (!held.isEmpty() && new String(bytes, StandardCharsets.ISO_8859_1).contains(held)) {
                    go.await();
                }
                asked = true;
                return true;
            });
        }

        void answer() {
            pass(server, client, _ -> {
                boolean first = asked;
                asked = false;
                boolean passes = !first || turns.incrementAndGet() != lost;
                if (!passes) {
                    client.getOutputStream().write(instead);
                }
                return passes;
            });
        }

        private void pass(Socket from, Socket to, Gate gate) {
            byte[] buffer = new byte[16 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!gate.passes(Arrays.copyOf(buffer, read))) {
                        break;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException _) {
                // One of them went.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                LossyWay.close(client);
                LossyWay.close(server);
            }
        }
    }

    @FunctionalInterface
    private interface Gate {
        boolean passes(byte[] bytes) throws IOException, InterruptedException;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Gone already.
        }
    }

    @Override
    public void close() {
        letGo();
        try {
            door.close();
        } catch (IOException _) {
            // Gone already.
        }
        open.forEach(LossyWay::close);
    }
}
