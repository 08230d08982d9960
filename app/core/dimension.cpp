#include "app/core/dimension.h"

#include <array>

namespace tokenledger {

namespace {
constexpr std::array<const char*, DimensionCount> Names = {
    "workspace", "api_key",    "model",       "service_tier", "context_window", "inference_geo",
    "cost_type", "token_type", "description", "user",         "terminal",       "customer_type",
    "dataset",   "team",       "cost_centre", "basis"};
}

QString dimensionName(Dimension dimension) { return QString::fromLatin1(Names[static_cast<std::size_t>(dimension)]); }

std::optional<Dimension> dimensionFromName(QStringView name) {
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (name == QLatin1String(Names[i])) return static_cast<Dimension>(i);
    }
    return std::nullopt;
}

}  // namespace tokenledger
