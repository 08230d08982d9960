// How a file of internal tracking is to be read: which column holds what, in which form. Typed, to and from the JSON
// that the cache keeps as a definition of kind "tracking-mapping". Pure values, any thread.
#pragma once

#include "app/core/result.h"
#include "app/finance/textlines.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace tokenledger {

enum class TrackingField : std::uint8_t {
    Date,
    Model,
    UncachedInput,
    CacheCreation5m,
    CacheCreation1h,
    CacheCreation,  // both, where the source does not split them
    CacheRead,
    Output,
    Requests,
    SuccessfulRequests,
    Cost,
    // Of logs with a row for each request.
    PromptTokens,  // all input, or a part of it: see PromptMeaning
    RequestId,     // a row that comes again counts once
    Status,        // "success" or "failure"
    Provider,      // rows of others than Anthropic do not count
    OwnCacheHit,   // "true": answered without asking Anthropic
};
inline constexpr std::size_t TrackingFieldCount = 16;
/// "date", "model", "uncached_input", ...: as --map and the own format spell it.
[[nodiscard]] QString trackingFieldName(TrackingField field);
[[nodiscard]] std::optional<TrackingField> trackingFieldFromName(QStringView name);

enum class TrackingPreset : std::uint8_t { Own, LiteLlm, Ccusage };
[[nodiscard]] QString presetName(TrackingPreset preset);  // "own", "litellm", "ccusage"
[[nodiscard]] std::optional<TrackingPreset> presetFromName(QStringView name);
/// The source reckons its costs from a price list of its own: they are estimates.
[[nodiscard]] bool hasEstimatedCosts(TrackingPreset preset);

enum class DateForm : std::uint8_t { Auto, Iso, DayMonthYear, MonthDayYear };
[[nodiscard]] QString dateFormName(DateForm form);  // "auto", "iso", "dmy", "mdy"
[[nodiscard]] std::optional<DateForm> dateFormFromName(QStringView name);

/// What prompt_tokens of a request log counts. LiteLLM has meant each of them, one after the other.
enum class PromptMeaning : std::uint8_t { AllInput, UncachedAndRead, Uncached };
[[nodiscard]] QString promptMeaningName(PromptMeaning meaning);  // "all", "with-reads", "uncached"
[[nodiscard]] std::optional<PromptMeaning> promptMeaningFromName(QStringView name);

/// The separator by its name: "comma", "semicolon", "tab", "pipe"; 0: to be recognized ("auto").
[[nodiscard]] QString separatorName(char separator);
[[nodiscard]] std::optional<char> separatorFromName(QStringView name);

struct TrackingFormat {
    TrackingPreset preset = TrackingPreset::Own;
    /// Instead of the preset's columns. In JSON, and where a column holds JSON, a path: "metadata.usage.output".
    std::map<TrackingField, QString> columns;
    std::map<QString, QString> aliases;  // a model's name in the file, and in Anthropic's usage
    TextEncoding encoding = TextEncoding::Auto;
    char separator = 0;
    bool decimalComma = false;
    DateForm dates = DateForm::Auto;
    PromptMeaning prompt = PromptMeaning::AllInput;
    bool addUp = false;  // several rows of a day and model are parts of it

    friend bool operator==(const TrackingFormat&, const TrackingFormat&) = default;

    /// One row a request, in whatever order; else one row a day and model.
    [[nodiscard]] bool isRequestLog() const;
    /// The columns that the field may stand in, the first that is there counts.
    [[nodiscard]] QStringList candidates(TrackingField field) const;
};

[[nodiscard]] QByteArray toJson(const TrackingFormat& format);
/// Strict: a name that it does not know is an error. Error Usage.
[[nodiscard]] Result<TrackingFormat> trackingFormatFromJson(const QByteArray& json);

}  // namespace tokenledger
