package dev.pulsehub.web.limit;

/**
 * What is left after a request.
 *
 * @param limit requests a minute
 * @param remaining requests that may follow at once
 * @param resetSeconds until all of them may again
 * @param retrySeconds until the next one may; 0 when this one might
 */
record Allowance(long limit, long remaining, long resetSeconds, long retrySeconds) {

    boolean refused() {
        return retrySeconds > 0;
    }
}
