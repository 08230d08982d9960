// One page of a report into the tables: judges its buckets, replaces the sound ones, keeps coverage. The writer's
// transaction is around it.
#pragma once

#include "storage/cachewriter.h"
#include "storage/coveragestore.h"
#include "storage/factstore.h"
#include "storage/restatements.h"
#include "storage/terms.h"

#include <algorithm>
#include <map>
#include <set>

namespace tokenledger {

/// What the pages of one request series brought so far; the pages come oldest first. It lives in memory only: a series
/// that a crash cut off is asked again from its first page.
struct PageSeries {
    DateRange asked;
    std::optional<std::int64_t> lastStart;
    std::set<std::int64_t> replaced;  // the buckets whose figures are of this series
    std::set<UtcDay> complete;        // days brought to their end, failed ones too
    std::optional<UtcDay> open;       // a day that the next page goes on with
    QString openError;                // what went wrong in its earlier part
};

template <typename Facts>
class PageWriter {
public:
    using Page = typename Facts::Page;

    PageWriter(SQLite::Database& db, TermIndex& terms, CoverageStore& coverage, RestatementLog& restatements,
               FactStore<Facts>& store, PageSeries& series)
        : m_db(db),
          m_terms(terms),
          m_coverage(coverage),
          m_restatements(restatements),
          m_store(store),
          m_series(series) {}

    [[nodiscard]] Result<StoreResult> write(const Page& page, const DateRange& asked, bool lastPage,
                                            const Attempt& attempt);

private:
    struct DayOutcome {
        std::int64_t rows = 0;
        bool brought = false;       // at least one sound bucket
        bool isWithdrawn = false;   // of the figures of this series, nobody knows which are right
        QString error = QString();  // of a bucket that was not sound
    };

    [[nodiscard]] std::vector<QString> judge(const Page& page) const;
    [[nodiscard]] std::optional<std::vector<FactLine<Facts>>> linesOf(const Page& page, const Bucket& bucket);
    [[nodiscard]] bool replace(const Page& page, const Bucket& bucket, const Attempt& attempt, DayOutcome& outcome);
    /// `attempt`: for a note of what of a final day changes by it; nothing: no note.
    [[nodiscard]] bool replaceBy(const std::vector<FactLine<Facts>>& lines, const Page& page, const Bucket& bucket,
                                 Dataset dataset, const Attempt* attempt);
    void withdraw(const Page& page, const Bucket& bucket, const Attempt& attempt, DayOutcome& outcome);
    [[nodiscard]] bool isWhole(UtcDay day, BucketWidth width, const Attempt& attempt) const;
    void cover(UtcDay day, DayOutcome outcome, bool toItsEnd, const Page& page, const Attempt& attempt);
    void coverAbsent(const Attempt& attempt);
    void fail(UtcDay day, const QString& error) { m_result.failedDays.emplace_back(day, error); }
    [[nodiscard]] TermId termOf(const TermPool& pool, PoolTerm term);

    SQLite::Database& m_db;
    TermIndex& m_terms;
    CoverageStore& m_coverage;
    RestatementLog& m_restatements;
    FactStore<Facts>& m_store;
    PageSeries& m_series;
    std::int64_t m_scope = 0;
    std::vector<TermId> m_poolTerms;  // of the page's dictionary; 0: not looked up yet
    StoreResult m_result;
};

template <typename Facts>
Result<StoreResult> PageWriter<Facts>::write(const Page& page, const DateRange& asked, bool lastPage,
                                             const Attempt& attempt) {
    for (const Bucket& bucket : page.buckets) {
        if (bucket.firstRow + bucket.rowCount > page.rows.size()) {
            return failure(ErrorKind::Internal, QStringLiteral("A page of the report is inconsistent in itself."));
        }
    }
    m_scope = scopeId(m_db, {Facts::Source, page.width, page.grouping});
    m_poolTerms.assign(page.terms.size(), 0);
    if (m_series.asked != asked) m_series = {asked, {}, {}, {}, {}, {}};
    const std::vector<QString> errors = judge(page);

    std::map<UtcDay, DayOutcome> days;
    if (m_series.open && !page.buckets.empty()) days[*m_series.open].error = std::exchange(m_series.openError, {});
    for (std::size_t i = 0; i < page.buckets.size(); ++i) {
        const Bucket& bucket = page.buckets[i];
        const UtcDay day = UtcDay::fromSeconds(bucket.start);
        if (!asked.contains(day)) {
            // Nobody asked for this day: what is known of it stays as it is.
            fail(day, errors[i]);
            continue;
        }
        DayOutcome& outcome = days[day];
        QString error = errors[i];
        if (error.isEmpty() && !replace(page, bucket, attempt, outcome)) {
            error = QStringLiteral("A sum of this bucket is too large to hold exactly.");
        }
        if (!error.isEmpty() && outcome.error.isEmpty()) outcome.error = error;
        if (!error.isEmpty() && m_series.replaced.contains(bucket.start)) withdraw(page, bucket, attempt, outcome);
        m_series.lastStart = std::max(m_series.lastStart.value_or(bucket.start), bucket.start);
    }

    // Buckets come in order: one that ends where a day ends, or later, closes that day.
    const std::int64_t reached = m_series.lastStart.value_or(0) + bucketSeconds(page.width);
    for (auto& [day, outcome] : days) {
        cover(day, std::move(outcome), reached >= (day + 1).startSeconds() || lastPage, page, attempt);
    }
    if (lastPage) {
        if (m_series.open) cover(*m_series.open, {.error = std::exchange(m_series.openError, {})}, true, page, attempt);
        coverAbsent(attempt);
        m_series = {};
    }
    m_store.flush();
    return std::move(m_result);
}

/// One text a bucket, empty for a sound one.
template <typename Facts>
std::vector<QString> PageWriter<Facts>::judge(const Page& page) const {
    // By the bucket it would land in: a misaligned bucket spoils the one it overlaps.
    const std::int64_t width = bucketSeconds(page.width);
    std::map<std::int64_t, int> seen;
    for (const Bucket& bucket : page.buckets) ++seen[bucket.start / width];
    std::vector<QString> errors;
    errors.reserve(page.buckets.size());
    for (const Bucket& bucket : page.buckets) {
        QString error = bucket.error;
        if (!m_series.asked.contains(UtcDay::fromSeconds(bucket.start))) {
            error = QStringLiteral("The answer held a day that was not asked for.");
        } else if (!error.isEmpty()) {
            // The reader of the answer has said what is wrong.
        } else if (bucket.start % width != 0) {
            error = QStringLiteral("The answer held a bucket that does not begin where buckets of its width begin.");
        } else if (seen[bucket.start / width] > 1 || (m_series.lastStart && bucket.start <= *m_series.lastStart)) {
            error = QStringLiteral("The answer held the same bucket twice.");
        }
        errors.push_back(error);
    }
    return errors;
}

template <typename Facts>
TermId PageWriter<Facts>::termOf(const TermPool& pool, PoolTerm term) {
    if (term == PoolNull) return NullTerm;
    if (term == PoolNotGrouped) return NotGroupedTerm;
    TermId& id = m_poolTerms[term];
    if (id == 0) id = m_terms.idOf(pool.text(term));
    return id;
}

/// The bucket's rows, sorted, rows of the same combination added up; nothing when a sum does not fit.
template <typename Facts>
std::optional<std::vector<FactLine<Facts>>> PageWriter<Facts>::linesOf(const Page& page, const Bucket& bucket) {
    std::vector<FactLine<Facts>> lines;
    lines.reserve(bucket.rowCount);
    for (std::size_t i = bucket.firstRow; i < bucket.firstRow + bucket.rowCount; ++i) {
        const auto& record = page.rows[i];
        FactKey<Facts> key;
        const auto terms = Facts::termsOf(record);
        for (std::size_t column = 0; column < key.size(); ++column) key[column] = termOf(page.terms, terms[column]);
        lines.push_back({m_store.keyOf(key), Facts::valuesOf(record)});
    }
    if (!combine(lines)) return std::nullopt;
    return lines;
}

template <typename Facts>
bool PageWriter<Facts>::replace(const Page& page, const Bucket& bucket, const Attempt& attempt, DayOutcome& outcome) {
    const auto lines = linesOf(page, bucket);
    if (!lines || !replaceBy(*lines, page, bucket, attempt.dataset, &attempt)) return false;
    m_series.replaced.insert(bucket.start);
    outcome.brought = true;
    outcome.rows += static_cast<std::int64_t>(lines->size());
    m_result.rows += static_cast<std::int64_t>(bucket.rowCount);
    return true;
}

template <typename Facts>
bool PageWriter<Facts>::replaceBy(const std::vector<FactLine<Facts>>& lines, const Page& page, const Bucket& bucket,
                                  Dataset dataset, const Attempt* attempt) {
    const UtcDay day = UtcDay::fromSeconds(bucket.start);
    if (page.width != BucketWidth::Day) {
        m_store.replaceBucket(m_scope, bucket.start, lines);
        return true;
    }
    const std::optional<std::int64_t> shownScope = m_coverage.scopeOf(dataset, day);
    const auto shown = m_store.replaceDay(m_scope, shownScope, day, lines);
    if (!shown) return false;
    if (attempt != nullptr && m_coverage.isFinal(dataset, day)) {
        if (shownScope == m_scope) {
            m_restatements.note<Facts>(*attempt, day, *shown, lines);
        } else {
            m_restatements.noteSums<Facts>(*attempt, day, *shown, lines);
        }
    }
    return true;
}

/// Two pages brought the same bucket, so the figures that the first of them left here may be another bucket's.
template <typename Facts>
void PageWriter<Facts>::withdraw(const Page& page, const Bucket& bucket, const Attempt& attempt, DayOutcome& outcome) {
    // Nobody said that the figures are gone, so nothing is noted.
    if (!replaceBy({}, page, bucket, attempt.dataset, nullptr)) return;  // taking out always fits
    outcome.isWithdrawn = page.width == BucketWidth::Day;
}

/// Whether this series brought every bucket of the day that was over when it was asked for.
template <typename Facts>
bool PageWriter<Facts>::isWhole(UtcDay day, BucketWidth width, const Attempt& attempt) const {
    const std::int64_t over = std::min((day + 1).startSeconds(), std::int64_t{attempt.at.toSecsSinceEpoch()});
    for (std::int64_t end = day.startSeconds() + bucketSeconds(width); end <= over; end += bucketSeconds(width)) {
        if (!m_series.replaced.contains(end - bucketSeconds(width))) return false;
    }
    return true;
}

/// Writes what a day has come to. A day of hours or minutes that goes on in the next page is not there before its end.
template <typename Facts>
void PageWriter<Facts>::cover(UtcDay day, DayOutcome outcome, bool toItsEnd, const Page& page, const Attempt& attempt) {
    if (page.width != BucketWidth::Day) {
        Statement count(m_db, Facts::CountBetween);
        count.with(m_scope, day.startSeconds(), (day + 1).startSeconds());
        outcome.rows = count.step() ? count.integer(0) : 0;
        outcome.brought = outcome.brought || m_series.open == day;
    }
    // As with whole days: a young hour may simply not be ready, an old one should have come.
    const bool hasGap = toItsEnd && page.width != BucketWidth::Day && !isWhole(day, page.width, attempt);
    const bool isOld = stateOfFetchedDay(day, attempt.at) == DayState::Final;
    if (hasGap && isOld && outcome.error.isEmpty()) {
        outcome.error = QStringLiteral("The answer left a part of this day out.");
    }
    if (toItsEnd) {
        m_series.complete.insert(day);
        if (m_series.open == day) m_series.open.reset();
    } else {
        m_series.open = day;
        m_series.openError = outcome.error;
    }
    if (outcome.error.isEmpty() && toItsEnd && !hasGap) {
        m_coverage.markFetched(attempt, day, m_scope, outcome.rows);
        return;
    }
    const QString error =
        !outcome.error.isEmpty() ? outcome.error : QStringLiteral("Only a part of this day has been fetched yet.");
    if (toItsEnd && !outcome.error.isEmpty()) fail(day, error);
    if (outcome.isWithdrawn) {
        m_coverage.markWithdrawn(attempt, day, error);
    } else if (page.width == BucketWidth::Day || !outcome.brought) {
        m_coverage.markFailed(attempt, day, error);
    } else {
        m_coverage.markPartly(attempt, day, m_scope, outcome.rows, error);
    }
}

/// Days that were asked for and that no page brought. A young one may simply not be ready (the report lags); an old one
/// should have come, if only empty.
template <typename Facts>
void PageWriter<Facts>::coverAbsent(const Attempt& attempt) {
    const QString error = QStringLiteral("The answer left this day out.");
    for (UtcDay day = m_series.asked.first; day <= m_series.asked.last; day = day + 1) {
        if (m_series.complete.contains(day) || stateOfFetchedDay(day, attempt.at) != DayState::Final) continue;
        m_coverage.markFailed(attempt, day, error);
        fail(day, error);
    }
}

}  // namespace tokenledger
