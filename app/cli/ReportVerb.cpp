// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "app/ProgramVersion.h"
#include "management/seam/RdmsSchema.h"
#include "management/seam/ServerProbe.h"
#include "management/sessions/SessionMapping.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"
#include "wsman/report/WireRecorder.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSysInfo>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr std::size_t enoughRows = 100; // of a class

std::string codeOf(const core::ManagementError& error)
{
    std::string text = core::symbol(error.kind);
    for (const std::uint32_t code : {error.code, error.providerCode}) {
        if (code != 0)
            text += " 0x" + QString::number(code, 16).toStdString();
    }
    return text;
}

/// What the others learn stands in the answers.
bool isNaming(management::ProbeStage stage)
{
    using enum management::ProbeStage;
    return stage == Name || stage == ActiveBroker || stage == Deployment;
}

/// Goes through all that this program reads of a broker.
class FieldRun final
{
public:
    FieldRun(const CliContext& context, wsman::WireRecorder& recorder)
        : m_context(context)
        , m_recorder(recorder)
    {}

    core::Result<> run()
    {
        introduce();
        management::ServerProbe probe(m_context.connector, m_context.options.profile.nameSpace);
        const core::ServerAddress& asked = m_context.options.profile.address;
        const auto probed = probe.run(listLimits(m_context), [this, &asked](const management::StageReport& stage) {
            const std::string name =
                models::toJson(stage, asked).value(QLatin1String("stage")).toString().toStdString();
            if (stage.error)
                m_recorder.remark("stage " + name + " failed: " + codeOf(*stage.error));
            else if (isNaming(stage.stage))
                m_recorder.remark("stage " + name + " passed ", stage.fact);
            else
                m_recorder.remark("stage " + name + " passed");
        });
        // Where the list fails, other classes may still answer: that tells what the account may read.
        auto connection = openConnection(m_context);
        if (!connection) {
            m_recorder.remark("not connected: " + codeOf(connection.error()));
            return probed ? core::failure(std::move(connection).error()) : probed;
        }
        for (const management::ClassSchema& schema : management::knownClasses()) {
            if (!schema.properties.empty() && !m_context.stop.stop_requested())
                list(**connection, schema);
        }
        if (m_first)
            read(**connection);
        return probed;
    }

private:
    void introduce()
    {
        const core::ServerProfile& profile = m_context.options.profile;
        for (const std::string& name :
             {profile.address.host, profile.user, QSysInfo::machineHostName().toStdString(),
              qEnvironmentVariable("USER").toStdString(), qEnvironmentVariable("USERNAME").toStdString()})
            m_recorder.learn(name);
        m_recorder.remark("program: deskwarden-cli " + std::string(programVersion()) + " on " +
                          QSysInfo::kernelType().toStdString());
        m_recorder.remark("port: " + std::to_string(profile.address.port) +
                          (profile.uriStyle == core::UriStyle::Cim ? ", cim" : ", wmi"));
    }

    /// Some rows: a list of thousands says no more.
    void list(management::ManagementConnection& connection, const management::ClassSchema& schema)
    {
        const bool isDirectory = schema.nameSpace == management::directoryNameSpace;
        const std::string nameSpace(isDirectory ? schema.nameSpace : m_context.options.profile.nameSpace);
        m_recorder.remark("list " + std::string(schema.name));
        std::stop_source stop;
        const std::stop_callback link(m_context.stop, [&stop] { stop.request_stop(); });
        std::size_t rows = 0;
        const auto sink = [&](std::vector<core::Instance>&& batch) {
            rows += batch.size();
            if (!m_first && schema.name == management::sessionClass && !batch.empty())
                m_first = batch.front();
            if (rows >= enoughRows)
                stop.request_stop();
        };
        const auto end = connection.enumerate({nameSpace, management::selectAll(schema.name)}, sink,
                                              {stop.get_token(), std::chrono::steady_clock::time_point::max()});
        const bool isEnough = !end && rows >= enoughRows && !m_context.stop.stop_requested();
        m_recorder.remark("rows: " + std::to_string(rows) + (isEnough ? ", and not asked for more" : "") +
                          (end || isEnough ? std::string() : ", then " + codeOf(end.error())));
    }

    /// What is read again directly before an act.
    void read(management::ManagementConnection& connection)
    {
        core::StringPool pool;
        const auto session = management::toSession(*m_first, core::ServerId(), pool);
        if (!session)
            return;
        m_recorder.remark("get one session");
        const auto instance =
            connection.get(management::pathOf(session->key, m_context.options.profile.nameSpace),
                           management::CallContext::within(m_context.options.profile.timeout, m_context.stop));
        m_recorder.remark(instance ? "got it" : "got " + codeOf(instance.error()));
    }

    const CliContext& m_context;
    wsman::WireRecorder& m_recorder;
    std::optional<core::Instance> m_first;
};

/// Nobody can tell by how much the times were moved.
std::chrono::seconds randomShift()
{
    constexpr int fewestDays = 400;
    constexpr int mostDays = 4000;
    constexpr int secondsOfDay = 86'400;
    QRandomGenerator* const random = QRandomGenerator::system();
    return std::chrono::seconds(-1) *
           (random->bounded(fewestDays, mostDays) * secondsOfDay + random->bounded(secondsOfDay));
}

/// The reason why it could not be saved.
std::optional<QString> save(const QString& file, const QByteArray& report)
{
    QFile saved(file);
    if (!saved.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return saved.errorString();
    if (saved.write(report) == report.size() && saved.flush())
        return std::nullopt;
    const QString problem = saved.errorString();
    saved.remove();
    return problem;
}

} // namespace

ExitCode runReport(const CliContext& context, wsman::WireRecorder& recorder)
{
    const QString& file = context.options.reportFile;
    const QString shownFile = models::plainText(file);
    if (!file.isEmpty() && (QFileInfo::exists(file) || QFileInfo(file).isSymLink())) {
        context.output.note(
            QStringLiteral("deskwarden-cli: %1 is there already: a report goes into a new file.").arg(shownFile));
        return ExitCode::Usage;
    }
    const auto done = FieldRun(context, recorder).run();
    const QByteArray report = QByteArray::fromStdString(
        wsman::reportText(recorder.report(QRandomGenerator::system()->generate64(), randomShift())));
    context.output.print(QString::fromUtf8(report.trimmed()));
    if (!file.isEmpty()) {
        if (const auto problem = save(file, report)) {
            context.output.note(
                QStringLiteral("deskwarden-cli: The report could not be saved in %1: %2").arg(shownFile, *problem));
            return ExitCode::NotAllDone;
        }
        context.output.note(
            QStringLiteral("deskwarden-cli: Saved in %1, readable by you alone. Read it before you give "
                           "it away.")
                .arg(shownFile));
    }
    return done ? ExitCode::Done : sayError(context, done.error());
}

} // namespace deskwarden::app
