package dev.curfew.analysis.aws;

import java.util.List;

/// What a service keeps beside a resource's policy and asks as well.
///
/// @param restrictPublicBuckets S3 block public access, as it is in effect for the bucket: a public bucket policy gives
/// nothing to anybody outside of the account but AWS services
/// @param grants of a KMS key
public record ResourceSettings(boolean restrictPublicBuckets, List<KmsGrant> grants) {
    public static final ResourceSettings NONE = new ResourceSettings(false, List.of());

    public ResourceSettings {
        grants = List.copyOf(grants);
    }
}
