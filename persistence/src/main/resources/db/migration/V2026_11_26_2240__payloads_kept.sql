-- Housekeeping looks for payloads to forget; most deliveries have none any more.
create index webhook_delivery_payload_idx on pulse.webhook_delivery (done_at) where payload is not null;
