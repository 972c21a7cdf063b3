package [=package].functions;

/**
 * A request that the API has stored and answered with 202.
 *
 * @param id idempotency key: the client's Idempotency-Key header, else the API's request id
 * @param body the body as the client sent it; may hold personal data, so it is never logged
 * @param receivedAt when it was stored, epoch milliseconds
 */
record StoredRequest(String id, String body, long receivedAt) {
    @Override
    public String toString() {
        return "StoredRequest[id=" + id + ", receivedAt=" + receivedAt + "]";
    }
}
