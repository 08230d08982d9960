#include "app/api/anthropic/errors.h"
#include "app/api/anthropic/jsonreader.h"
#include "app/api/anthropic/reportparser.h"

namespace tokenledger {

namespace {

using json::error_code;
using json::FieldNames;
using json::Flaw;
using json::SeenFields;
namespace od = json::od;
constexpr error_code Success = simdjson::SUCCESS;

/// Calls fn(index, value) for the known fields of an object and notes which are missing; names from `optional` on may
/// be absent.
template <std::size_t Count, typename Fn>
error_code readFields(od::value value, std::string_view what, const std::array<std::string_view, Count>& list,
                      std::size_t optional, Flaw& flaw, Fn fn) {
    const auto object = json::readObject(value, what, flaw);
    if (!object) return Success;
    FieldNames<Count> names(list);
    SeenFields seen(names, flaw);
    const error_code error = json::eachField(*object, [&](od::field& field, std::size_t place) -> error_code {
        const std::size_t which = names.find(field, place);
        if (which == Count) return Success;
        seen.add(which);
        return fn(which, field.value());
    });
    seen.require((1U << optional) - 1U);
    return error;
}

/// Reads an object of counts.
template <std::size_t Count>
error_code readCounts(od::value value, std::string_view what, const std::array<std::string_view, Count>& names,
                      const std::array<std::int64_t*, Count>& counts, Flaw& flaw) {
    return readFields(value, what, names, Count, flaw, [&](std::size_t which, od::value count) {
        json::readCount(count, names[which], *counts[which], flaw);
        return Success;
    });
}

void readText(od::value value, std::string_view field, std::string& text, Flaw& flaw) {
    std::string_view view;
    if (value.get_string().get(view)) {
        flaw.note(field, "is not text");
        return;
    }
    text = view;
}

bool readOptionalText(od::value value, std::string_view field, std::string& text, Flaw& flaw) {
    if (json::isNull(value)) return false;
    readText(value, field, text, flaw);
    return true;
}

class ClaudeCodeReader {
public:
    ClaudeCodeReader(ClaudeCodePage& page, UtcDay day) : m_page(page), m_day(day) {}

    error_code read(od::value entry, Flaw& flaw) {
        ClaudeCodeRecord record;
        static constexpr std::array<std::string_view, 9> Names = {
            "actor",         "date",          "core_metrics",      "tool_actions",   "model_breakdown",
            "customer_type", "terminal_type", "subscription_type", "organization_id"};
        const error_code error =
            readFields(entry, "record", Names, 5, flaw, [&](std::size_t which, od::value value) -> error_code {
                switch (which) {
                    case 0:
                        return actor(value, record, flaw);
                    case 1:
                        date(value, flaw);
                        break;
                    case 2:
                        return coreMetrics(value, record, flaw);
                    case 3:
                        return toolActions(value, record, flaw);
                    case 4:
                        return modelBreakdown(value, record, flaw);
                    case 5:
                        readOptionalText(value, Names[which], record.customerType, flaw);
                        break;
                    case 6:
                        readOptionalText(value, Names[which], record.terminal, flaw);
                        break;
                    case 7: {
                        std::string type;
                        if (readOptionalText(value, Names[which], type, flaw))
                            record.subscriptionType = std::move(type);
                        break;
                    }
                    default:
                        organization(value, flaw);
                }
                return Success;
            });
        m_page.rows.push_back(std::move(record));
        return error;
    }

    void finish() { m_page.notices = m_notices.take(); }

private:
    static error_code actor(od::value value, ClaudeCodeRecord& record, Flaw& flaw) {
        std::string type;
        std::optional<std::string> email;
        std::optional<std::string> keyName;
        static constexpr std::array<std::string_view, 3> Names = {"type", "email_address", "api_key_name"};
        const error_code error =
            readFields(value, "actor", Names, 1, flaw, [&](std::size_t which, od::value field) -> error_code {
                if (which == 0) {
                    readText(field, Names[which], type, flaw);
                } else if (!json::isNull(field)) {
                    readText(field, Names[which], (which == 1 ? email : keyName).emplace(), flaw);
                }
                return Success;
            });
        const bool user = type == "user_actor";
        if (!user && type != "api_actor") {
            flaw.note("actor", "is neither a user nor an API key");
            return error;
        }
        auto& name = user ? email : keyName;
        if (!name) flaw.note(user ? Names[1] : Names[2], "is missing");
        record.actorType = user ? ClaudeCodeRecord::ActorType::User : ClaudeCodeRecord::ActorType::ApiKey;
        record.actor = std::move(name).value_or(std::string());
        return error;
    }

    void date(od::value value, Flaw& flaw) const {
        std::string text;
        readText(value, "date", text, flaw);
        std::optional<UtcDay> day = UtcDay::fromIso(json::toText(text));
        if (const auto seconds = json::epochSeconds(text)) day = UtcDay::fromSeconds(*seconds);
        if (day != m_day) flaw.note("date", "is not the day that was asked for");
    }

    void organization(od::value value, Flaw& flaw) const {
        std::string id;
        if (!readOptionalText(value, "organization_id", id, flaw)) return;
        const QString text = json::toText(id);
        QString& known = m_page.organizationId;
        if (known.isEmpty()) known = text;
        if (known != text) flaw.note("organization_id", "is not the same in all records");
    }

    static error_code coreMetrics(od::value value, ClaudeCodeRecord& record, Flaw& flaw) {
        static constexpr std::array<std::string_view, 4> Names = {"num_sessions", "commits_by_claude_code",
                                                                  "pull_requests_by_claude_code", "lines_of_code"};
        const std::array<std::int64_t*, 3> counts = {&record.sessions, &record.commits, &record.pullRequests};
        return readFields(value, "core_metrics", Names, 4, flaw, [&](std::size_t which, od::value field) -> error_code {
            if (which == 3) {
                return readCounts<2>(field, Names[which], {"added", "removed"},
                                     {&record.linesAdded, &record.linesRemoved}, flaw);
            }
            json::readCount(field, Names[which], *counts[which], flaw);
            return Success;
        });
    }

    static error_code toolActions(od::value value, ClaudeCodeRecord& record, Flaw& flaw) {
        const auto object = json::readObject(value, "tool_actions", flaw);
        if (!object) return Success;
        return json::eachField(*object, [&](od::field& field, std::size_t) -> error_code {
            std::string_view tool;
            if (const error_code error = field.unescaped_key().get(tool)) return error;
            auto& use = record.tools.emplace_back();
            use.tool = tool;
            return readCounts<2>(field.value(), "tool_actions", {"accepted", "rejected"},
                                 {&use.accepted, &use.rejected}, flaw);
        });
    }

    error_code modelBreakdown(od::value value, ClaudeCodeRecord& record, Flaw& flaw) {
        const auto models = json::readArray(value, "model_breakdown", flaw);
        if (!models) return Success;
        return json::eachElement(*models, [&](od::value entry) -> error_code {
            auto& use = record.models.emplace_back();
            ClaudeCodeModelMeasures& m = use.measures;
            static constexpr std::array<std::string_view, 3> Names = {"model", "tokens", "estimated_cost"};
            return readFields(
                entry, "model_breakdown", Names, 3, flaw, [&](std::size_t which, od::value field) -> error_code {
                    if (which == 1) {
                        return readCounts<4>(field, "tokens", {"input", "output", "cache_read", "cache_creation"},
                                             {&m.input, &m.output, &m.cacheRead, &m.cacheCreation}, flaw);
                    }
                    if (which == 2) return estimatedCost(field, m.estimatedCost, flaw);
                    readText(field, Names[which], use.model, flaw);
                    return Success;
                });
        });
    }

    error_code estimatedCost(od::value value, Money& amount, Flaw& flaw) {
        return readFields<2>(value, "estimated_cost", {"amount", "currency"}, 2, flaw,
                             [&](std::size_t which, od::value field) -> error_code {
                                 if (which == 0) {
                                     cents(field, amount, flaw);
                                     return Success;
                                 }
                                 std::string_view currency;
                                 if (field.get_string().get(currency) || currency != "USD")
                                     flaw.note("currency", "is not USD");
                                 return Success;
                             });
    }

    // The number's own text: a double would change the digits.
    void cents(od::value value, Money& amount, Flaw& flaw) {
        std::string_view token = value.raw_json_token();
        while (!token.empty() && std::string_view(" \t\r\n").find(token.back()) != std::string_view::npos) {
            token.remove_suffix(1);
        }
        double unused = 0;
        const bool isNumber = value.get_double().get(unused) == simdjson::SUCCESS;
        const std::optional<std::string> text = isNumber ? plainDecimal(token) : std::nullopt;
        if (!text) {
            flaw.note("amount", "is not a number of cents");
            return;
        }
        const Result<ParsedMoney> parsed = parseCents(*text);
        if (!parsed) {
            flaw.note(parsed.error().detail);
            return;
        }
        amount = parsed->amount;
        if (parsed->rounded) {
            m_notices.add(QStringLiteral("amount %1 cents is finer than a nano-dollar: taken as %2 USD")
                              .arg(json::toText(token), toExactString(amount)));
        }
    }

    ClaudeCodePage& m_page;
    UtcDay m_day;
    json::Notices m_notices;
};

}  // namespace

Result<std::shared_ptr<const ClaudeCodePage>> parseClaudeCodePage(const QByteArray& body, UtcDay day) {
    if (auto error = notJson(body)) return failure(std::move(*error));
    auto page = std::make_shared<ClaudeCodePage>();
    ClaudeCodeReader reader(*page, day);
    const Result<QString> next =
        json::readPage(body, [&](od::value entry, Flaw& flaw) { return reader.read(entry, flaw); });
    if (!next) return failure(next.error());
    reader.finish();
    page->nextPage = *next;
    return page;
}

}  // namespace tokenledger
