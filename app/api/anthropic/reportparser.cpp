#include "app/api/anthropic/reportparser.h"

#include "app/api/adminclient.h"
#include "app/api/anthropic/errors.h"
#include "app/api/anthropic/jsonreader.h"
#include "app/core/plaintext.h"

namespace tokenledger {

namespace {

using json::error_code;
using json::FieldNames;
using json::Flaw;
using json::SeenFields;
namespace od = json::od;
constexpr error_code Success = simdjson::SUCCESS;

// One row of a report is some 500 bytes of JSON.
constexpr qsizetype BytesPerRow = 400;

class UsageRows {
public:
    using Record = UsageRecord;

    explicit UsageRows(UsagePage& page) : m_terms(page.terms) {
        const auto initial = [&](Dimension dimension) {
            return page.grouping.contains(dimension) ? PoolNull : PoolNotGrouped;
        };
        m_blank.workspace = initial(Dimension::Workspace);
        m_blank.apiKey = initial(Dimension::ApiKey);
        m_blank.model = initial(Dimension::Model);
        m_blank.serviceTier = initial(Dimension::ServiceTier);
        m_blank.contextWindow = initial(Dimension::ContextWindow);
    }

    error_code read(od::object object, UsageRecord& row, Flaw& flaw, json::Notices& notices) {
        row = m_blank;
        SeenFields seen(m_names, flaw);
        const error_code error = json::eachField(object, [&](od::field& field, std::size_t place) -> error_code {
            const std::size_t which = m_names.find(field, place);
            if (which >= Ignored) return Success;
            seen.add(which);
            od::value value = field.value();
            switch (which) {
                case Workspace:
                    term(value, which, row.workspace, flaw);
                    break;
                case ApiKey:
                    term(value, which, row.apiKey, flaw);
                    break;
                case Model:
                    term(value, which, row.model, flaw);
                    break;
                case ServiceTier:
                    term(value, which, row.serviceTier, flaw);
                    break;
                case ContextWindow:
                    term(value, which, row.contextWindow, flaw);
                    break;
                case Uncached:
                    json::readCount(value, m_names.name(which), row.measures.uncachedInput, flaw);
                    break;
                case CacheRead:
                    json::readCount(value, m_names.name(which), row.measures.cacheRead, flaw);
                    break;
                case Output:
                    json::readCount(value, m_names.name(which), row.measures.output, flaw);
                    break;
                case CacheCreation:
                    return cacheCreation(value, row, flaw, notices);
                case ServerToolUse:
                    return serverToolUse(value, row, flaw);
                default:
                    break;
            }
            return Success;
        });
        seen.require(1U << Uncached | 1U << CacheRead | 1U << Output | 1U << CacheCreation | 1U << ServerToolUse);
        return error;
    }

private:
    enum Field : std::size_t {
        ApiKey,
        Workspace,
        Model,
        ServiceTier,
        ContextWindow,
        Uncached,
        CacheRead,
        Output,
        CacheCreation,
        ServerToolUse,
        Ignored,  // the names from here on are known, so that they are found at once, and not used
        Count = Ignored + 3
    };

    void term(od::value value, std::size_t which, PoolTerm& term, Flaw& flaw) {
        if (term == PoolNotGrouped) return;
        if (!m_terms.read(value, term)) flaw.note(m_names.name(which), "is neither text nor null");
    }

    error_code cacheCreation(od::value value, UsageRecord& row, Flaw& flaw, json::Notices& notices) {
        const auto object = json::readObject(value, m_names.name(CacheCreation), flaw);
        if (!object) return Success;
        SeenFields seen(m_cacheNames, flaw);
        const error_code error = json::eachField(*object, [&](od::field& field, std::size_t place) -> error_code {
            const std::size_t which = m_cacheNames.find(field, place);
            if (which == 2) {
                std::string_view name;
                if (const error_code trouble = field.unescaped_key().get(name)) return trouble;
                notices.add(QStringLiteral("unknown cache_creation field left out: ") + plainText(json::toText(name)));
                return Success;
            }
            seen.add(which);
            std::int64_t& count = which == 0 ? row.measures.cacheCreation5m : row.measures.cacheCreation1h;
            json::readCount(field.value(), m_cacheNames.name(which), count, flaw);
            return Success;
        });
        seen.require(0b11);
        return error;
    }

    error_code serverToolUse(od::value value, UsageRecord& row, Flaw& flaw) {
        const auto object = json::readObject(value, m_names.name(ServerToolUse), flaw);
        if (!object) return Success;
        SeenFields seen(m_toolNames, flaw);
        const error_code error = json::eachField(*object, [&](od::field& field, std::size_t place) -> error_code {
            if (m_toolNames.find(field, place) != 0) return Success;
            seen.add(0);
            json::readCount(field.value(), m_toolNames.name(0), row.measures.webSearches, flaw);
            return Success;
        });
        seen.require(0b1);
        return error;
    }

    FieldNames<Count> m_names{{"api_key_id", "workspace_id", "model", "service_tier", "context_window",
                               "uncached_input_tokens", "cache_read_input_tokens", "output_tokens", "cache_creation",
                               "server_tool_use", "account_id", "service_account_id", "inference_geo"}};
    FieldNames<2> m_cacheNames{{"ephemeral_5m_input_tokens", "ephemeral_1h_input_tokens"}};
    FieldNames<1> m_toolNames{{"web_search_requests"}};
    json::TermReader m_terms;
    UsageRecord m_blank;
};

class CostRows {
public:
    using Record = CostRecord;

    explicit CostRows(CostPage& page) : m_terms(page.terms) {}

    error_code read(od::object object, CostRecord& row, Flaw& flaw, json::Notices& notices) {
        row = CostRecord{PoolNull, PoolNull, PoolNull, PoolNull, PoolNull, PoolNull, PoolNull, PoolNull, Money()};
        const std::array<PoolTerm*, Amount> terms = {&row.workspace,     &row.description, &row.costType,
                                                     &row.tokenType,     &row.model,       &row.serviceTier,
                                                     &row.contextWindow, &row.inferenceGeo};
        SeenFields seen(m_names, flaw);
        const error_code error = json::eachField(object, [&](od::field& field, std::size_t place) -> error_code {
            const std::size_t which = m_names.find(field, place);
            if (which == Count) return Success;
            seen.add(which);
            if (which == Amount) {
                amount(field.value(), row.amount, flaw, notices);
            } else if (which == Currency) {
                currency(field.value(), flaw);
            } else if (!m_terms.read(field.value(), *terms[which])) {
                flaw.note(m_names.name(which), "is neither text nor null");
            }
            return Success;
        });
        seen.require(1U << Amount | 1U << Currency);
        return error;
    }

private:
    enum Field : std::size_t { Amount = 8, Currency, Count };

    static void amount(od::value value, Money& amount, Flaw& flaw, json::Notices& notices) {
        std::string_view text;
        if (value.get_string().get(text)) {
            flaw.note("amount", "is not a decimal string");
            return;
        }
        const Result<ParsedMoney> parsed = parseCents(text);
        if (!parsed) {
            flaw.note(plainText(parsed.error().detail));
            return;
        }
        amount = parsed->amount;
        if (parsed->rounded) {
            notices.add(QStringLiteral("amount %1 cents is finer than a nano-dollar: taken as %2 USD")
                            .arg(plainText(json::toText(text)), toExactString(amount)));
        }
    }

    static void currency(od::value value, Flaw& flaw) {
        std::string_view text;
        if (value.get_string().get(text) || text != "USD") flaw.note("currency", "is not USD");
    }

    FieldNames<Count> m_names{{"workspace_id", "description", "cost_type", "token_type", "model", "service_tier",
                               "context_window", "inference_geo", "amount", "currency"}};
    json::TermReader m_terms;
};

/// Reads the time buckets of a page; `Rows` reads the rows in them.
template <typename Rows>
class Buckets {
public:
    using Page = ReportPage<typename Rows::Record>;

    explicit Buckets(Page& page) : m_page(page), m_rows(page) {}

    error_code read(od::value entry, Flaw& pageFlaw) {
        const auto object = json::readObject(entry, "bucket", pageFlaw);
        if (!object) return Success;
        Bucket bucket;
        bucket.firstRow = m_page.rows.size();
        std::optional<std::int64_t> start;
        std::optional<std::int64_t> end;
        Flaw flaw;
        SeenFields seen(m_names, flaw);
        const error_code error = json::eachField(*object, [&](od::field& field, std::size_t place) -> error_code {
            const std::size_t which = m_names.find(field, place);
            if (which == Count) return Success;
            seen.add(which);
            od::value value = field.value();
            if (which == Results) return results(value, flaw);
            (which == StartingAt ? start : end) = timeOf(value);
            return Success;
        });
        if (error) return error;
        seen.require(1U << Results);
        const std::int64_t width = bucketSeconds(m_page.width);
        if (!start || *start % width != 0) {
            pageFlaw.note("starting_at", "of a bucket is not a time that a bucket begins at");
        } else if (end && *end > *start + width) {
            pageFlaw.note("ending_at", "of a bucket is later than the asked width allows");
        }
        if (!flaw.isNone()) {
            m_page.rows.erase(m_page.rows.begin() + static_cast<std::ptrdiff_t>(bucket.firstRow), m_page.rows.end());
            bucket.error = QStringLiteral("The server's record for this time cannot be read: %1.").arg(flaw.text());
        }
        bucket.start = start.value_or(0);
        bucket.rowCount = m_page.rows.size() - bucket.firstRow;
        m_page.buckets.push_back(std::move(bucket));
        return Success;
    }

    /// No time may come twice: storage replaces a bucket by the later one. Puts the oldest first.
    void finish(Flaw& pageFlaw) {
        auto& buckets = m_page.buckets;
        std::stable_sort(buckets.begin(), buckets.end(),
                         [](const Bucket& a, const Bucket& b) { return a.start < b.start; });
        const auto twice = std::adjacent_find(buckets.begin(), buckets.end(),
                                              [](const Bucket& a, const Bucket& b) { return a.start == b.start; });
        if (twice != buckets.end()) pageFlaw.note("starting_at", "is the same in two buckets");
        m_page.notices = m_notices.take();
    }

private:
    enum Field : std::size_t { StartingAt, EndingAt, Results, Count };

    error_code results(od::value value, Flaw& flaw) {
        const auto rows = json::readArray(value, m_names.name(Results), flaw);
        if (!rows) return Success;
        return json::eachElement(*rows, [&](od::value entry) -> error_code {
            const auto object = json::readObject(entry, "row", flaw);
            if (!object) return Success;
            return m_rows.read(*object, m_page.rows.emplace_back(), flaw, m_notices);
        });
    }

    static std::optional<std::int64_t> timeOf(od::value value) {
        std::string_view text;
        if (value.get_string().get(text)) return std::nullopt;
        return json::epochSeconds(text);
    }

    Page& m_page;
    Rows m_rows;
    FieldNames<Count> m_names{{"starting_at", "ending_at", "results"}};
    json::Notices m_notices;
};

template <typename Rows>
Result<std::shared_ptr<const typename Buckets<Rows>::Page>> readReport(const QByteArray& body, BucketWidth width,
                                                                       DimensionSet grouping) {
    if (auto error = notJson(body)) return failure(std::move(*error));
    auto page = std::make_shared<typename Buckets<Rows>::Page>();
    page->width = width;
    page->grouping = grouping;
    page->rows.reserve(static_cast<std::size_t>(body.size() / BytesPerRow));
    Buckets<Rows> buckets(*page);
    const Result<QString> next =
        json::readPage(body, [&](od::value entry, Flaw& flaw) { return buckets.read(entry, flaw); });
    if (!next) return failure(next.error());
    Flaw flaw;
    buckets.finish(flaw);
    if (!flaw.isNone()) return failure(json::unusablePage(flaw.text()));
    page->nextPage = *next;
    return page;
}

}  // namespace

Result<std::shared_ptr<const UsagePage>> parseUsagePage(const QByteArray& body, BucketWidth width,
                                                        DimensionSet grouping) {
    return readReport<UsageRows>(body, width, grouping);
}

Result<std::shared_ptr<const CostPage>> parseCostPage(const QByteArray& body) {
    return readReport<CostRows>(body, BucketWidth::Day, CostGrouping);
}

}  // namespace tokenledger
