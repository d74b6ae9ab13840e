package dev.pulsehub.web.github;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that may be shown again to the person whose token they were for, if GitHub says that nothing changed.
 * Bounded; the longest unused go first. Thread-safe.
 */
final class Kept {

    static final int LARGEST = 256 * 1024;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final LinkedHashMap<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Whose question, with which token.
     *
     * @param token no other token's answer is the same, though its person be
     */
    record Question(long personId, String token, String address, String accept) {}

    /** @param headers those that a client sees */
    record Answer(String etag, Map<String, String> headers, byte[] body) {
        Answer {
            headers = Map.copyOf(headers);
        }
    }

    synchronized Optional<Answer> find(Question question) {
        return Optional.ofNullable(answers.get(question));
    }

    synchronized void keep(Question question, Answer answer) {
        Answer before = answers.put(question, answer);
        bytes += answer.body().length - (before == null ? 0 : before.body().length);
        var eldest = answers.entrySet().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().getValue().body().length;
            eldest.remove();
        }
    }
}
