package dev.curfew.connector.http;

import dev.curfew.connector.http.tls.ClientCertificate;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Clients that trust other authorities than the platform's, or show a certificate: over one client's threads and
/// connections, of which OkHttp shares none between different TLS.
final class SecureClients {
    private final OkHttpClient client;
    private final Map<Trust, OkHttpClient> trusting = new ConcurrentHashMap<>();

    /// A certificate goes when whoever opened it lets go of it.
    private final Map<ClientCertificate, Map<@Nullable Trust, OkHttpClient>> showing = new WeakHashMap<>();

    SecureClients(OkHttpClient client) {
        this.client = client;
    }

    /// @param trust null for the platform's
    /// @param certificate null where none is shown
    OkHttpClient clientFor(@Nullable Trust trust, @Nullable ClientCertificate certificate) {
        if (certificate != null) {
            synchronized (showing) {
                return showing.computeIfAbsent(certificate, _ -> new HashMap<>())
                        .computeIfAbsent(trust, _ -> make(trust, certificate.managers()));
            }
        }
        return trust == null ? client : trusting.computeIfAbsent(trust, it -> make(it, new KeyManager[0]));
    }

    private OkHttpClient make(@Nullable Trust trust, KeyManager[] shown) {
        try {
            X509TrustManager manager = trust == null ? Trust.manager(null) : trust.manager();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown, new X509TrustManager[] {manager}, null);
            return client.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), manager)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has these (JSSE)", e);
        }
    }
}
