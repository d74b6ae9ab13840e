package dev.pulsehub.persistence.work;

import java.util.UUID;

/**
 * A webhook delivery as it arrived, its signature already checked.
 *
 * @param deliveryId header {@code X-GitHub-Delivery}
 * @param event header {@code X-GitHub-Event}
 * @param repoId {@code repository.id} of the payload; zero when it names none
 * @param payload the signed bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying payloads of megabytes would buy nothing
public record NewDelivery(UUID deliveryId, String event, long repoId, byte[] payload) {}
