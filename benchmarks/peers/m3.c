/* M3: the same arithmetic as Coverage/M3Kernel.cs, operation by operation, for a compiler that vectorises by itself.
   gcc -O3 -march=native -ffp-contract=off -fno-math-errno m3.c -o m3 -lm
   m3 PERSONS MONTHS REPEATS: prints active, lapsed and the best processor seconds. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BLOCK 256

static inline float of_bits(uint32_t b) { float f; memcpy(&f, &b, 4); return f; }
static inline uint32_t bits(float f) { uint32_t b; memcpy(&b, &f, 4); return b; }
static inline float uniform(uint32_t w) { return fmaf((float)(int32_t)(w >> 9), 1.0f / (1 << 23), 0.5f / (1 << 23)); }

static inline float ln(float x)
{
    uint32_t b = bits(x);
    int32_t e = (int32_t)(b - 0x3F3504F3u) >> 23;
    float f = of_bits(b - ((uint32_t)e << 23)) - 1.0f, n = (float)e;
    float p = fmaf(-0.0767364129f, f, 0.127226725f);
    p = fmaf(p, f, -0.13127555f);
    p = fmaf(p, f, 0.142048553f);
    p = fmaf(p, f, -0.166266456f);
    p = fmaf(p, f, 0.200012341f);
    p = fmaf(p, f, -0.250007808f);
    p = fmaf(p, f, 0.333333313f);
    p = fmaf(p, f, -0.49999997f);
    return fmaf(n, 0.693359375f, f + fmaf(p * f, f, n * -0.000212194442f));
}

static inline float expo(float x)
{
    x = -87.0f < x ? x : -87.0f;
    x = x < 88.0f ? x : 88.0f;
    float shifted = fmaf(x, 1.44269502f, 12582912.0f), n = shifted - 12582912.0f;
    float r = fmaf(n, 0.000212194442f, fmaf(n, -0.693359375f, x));
    float p = fmaf(0.00139262504f, r, 0.00836323295f);
    p = fmaf(p, r, 0.0416665524f);
    p = fmaf(p, r, 0.166665763f);
    p = fmaf(p, r, 0.5f);
    p = fmaf(p * r, r, r);
    float scale = of_bits((bits(shifted) + 127u) << 23);
    return fmaf(p, scale, scale);
}

static inline void philox(uint32_t c0, uint32_t c1, uint32_t k0, uint32_t k1, uint32_t *w0, uint32_t *w1, uint32_t *w2)
{
    uint32_t c2 = 0, c3 = 0;
#define ROUND { \
        uint64_t p0 = (uint64_t)0xD2511F53u * c0, p1 = (uint64_t)0xCD9E8D57u * c2; \
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0; c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1; \
        c1 = (uint32_t)p1; c3 = (uint32_t)p0; \
        k0 += 0x9E3779B9u; k1 += 0xBB67AE85u; \
    }
    ROUND ROUND ROUND ROUND ROUND ROUND ROUND ROUND ROUND ROUND
    *w0 = c0; *w1 = c1; *w2 = c2;
}

static void run(long persons, int months, int64_t *active, int64_t *lapsed)
{
    float z[BLOCK];
    uint32_t s[BLOCK];
    memset(active, 0, sizeof(int64_t) * (size_t)(months + 1));
    memset(lapsed, 0, sizeof(int64_t) * (size_t)(months + 1));
    for (long first = 0; first < persons; first += BLOCK) {
        for (int i = 0; i < BLOCK; i++) { z[i] = 0; s[i] = 0; }
        for (int month = 1; month <= months; month++) {
            float drift = month >= 36 && month < 48 ? -0.01f : 0.0f;
            uint32_t a = 0, l = 0;
            for (int i = 0; i < BLOCK; i++) {
                uint32_t w0, w1, w2;
                philox((uint32_t)first + (uint32_t)i, (uint32_t)month, 42, 0, &w0, &w1, &w2);
                float radius = sqrtf(-2.0f * ln(uniform(w0))), u1 = uniform(w1);
                float shifted = fmaf(u1, 4.0f, 12582912.0f);
                uint32_t q = bits(shifted);
                float r = fmaf(shifted - 12582912.0f, -0.25f, u1), t = r * r;
                float sn = fmaf(-75.4016113f, t, 81.5925446f);
                sn = fmaf(sn, t, -41.3416634f);
                sn = fmaf(sn, t, 6.28318548f) * r;
                float cs = fmaf(59.4241066f, t, -85.448822f);
                cs = fmaf(cs, t, 64.9393692f);
                cs = fmaf(cs, t, -19.7392082f);
                cs = fmaf(cs, t, 1.0f);
                int swap = (q & 1u) == 1u;
                float sine = of_bits(bits(swap ? cs : sn) ^ ((q & 2u) << 30)), cosine = of_bits(bits(swap ? sn : cs) ^ (((q + 1u) & 2u) << 30));
                float g1 = radius * cosine, g2 = radius * sine;
                z[i] = fmaf(0.985f, z[i], fmaf(0.05f, g1, drift));
                float x = fmaf(-0.25f, g2, -4.97623387f - z[i]);
                uint32_t was = s[i], other = was == 1u ? 2u : 1u;
                float slope = was == 1u ? 0.8f : -0.4f, level = was == 0u ? -6.5f : -7.0f;
                level = was == 1u ? 0.5f : level;
                float eta = fmaf(slope, x, level), u = uniform(w2), odds = fmaf(u, expo(0.0f - eta), u);
                uint32_t now = odds < 1.0f ? other : was;
                s[i] = now;
            }
            for (int i = 0; i < BLOCK; i++) { a += s[i] & 1u; l += s[i] >> 1; }
            active[month] += a;
            lapsed[month] += l;
        }
    }
}

int main(int argc, char **argv)
{
    long persons = argc > 1 ? atol(argv[1]) : 1048576;
    int months = argc > 2 ? atoi(argv[2]) : 120, repeats = argc > 3 ? atoi(argv[3]) : 3;
    int64_t *active = malloc(sizeof(int64_t) * (size_t)(months + 1)), *lapsed = malloc(sizeof(int64_t) * (size_t)(months + 1));
    double best = 1e99;
    for (int k = 0; k < repeats; k++) {
        struct timespec from, to;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
        run(persons, months, active, lapsed);
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
        double seconds = (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
        if (seconds < best) best = seconds;
    }
    printf("%lld %lld %.6f\n", (long long)active[months], (long long)lapsed[months], best);
    return 0;
}
