package dev.curfew.connector.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A way to a server that drips, stalls, or breaks off after so many bytes of its answers.
final class SlowWay implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final AtomicLong passed = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long stallAfter = Long.MAX_VALUE;
    private volatile long breakAfter = Long.MAX_VALUE;
    private volatile int pauseMillisPerKilobyte;

    SlowWay(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    URI address() {
        return URI.create("postgresql://127.0.0.1:" + door.getLocalPort() + "/postgres");
    }

    SlowWay stallAfter(long bytes) {
        stallAfter = bytes;
        return this;
    }

    SlowWay breakAfter(long bytes) {
        breakAfter = bytes;
        return this;
    }

    SlowWay drip(int millisPerKilobyte) {
        pauseMillisPerKilobyte = millisPerKilobyte;
        return this;
    }

    long passed() {
        return passed.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server, false));
                Thread.ofVirtual().start(() -> pass(server, client, true));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && passed.addAndGet(read) > breakAfter) {
                    break;
                }
                if (answers && passed.get() > stallAfter) {
                    Thread.sleep(Long.MAX_VALUE);
                }
                if (answers && pauseMillisPerKilobyte > 0) {
                    Thread.sleep(pauseMillisPerKilobyte);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException _) {
            // One of them went.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
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
        try {
            door.close();
        } catch (IOException _) {
            // Gone already.
        }
        open.forEach(SlowWay::close);
    }
}
