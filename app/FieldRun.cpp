// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/FieldRun.h"

#include "management/seam/RdmsSchema.h"
#include "management/seam/ServerProbe.h"
#include "management/sessions/SessionMapping.h"
#include "models/texts/JsonLines.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>
#include <QSysInfo>

#include <chrono>
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

} // namespace

FieldRun::FieldRun(Questions questions, wsman::WireRecorder& recorder)
    : m_questions(std::move(questions))
    , m_recorder(recorder)
{}

core::Result<> FieldRun::run()
{
    introduce();
    auto probed = probe();
    // Where the list fails, other classes may still answer: that tells what the account may read.
    auto connection = m_questions.connector();
    auto opened =
        connection
            ? (*connection)->open(management::CallContext::within(m_questions.profile.timeout, m_questions.stop), {})
            : core::Result<>(core::failure(connection.error()));
    if (!opened) {
        m_recorder.remark("not connected: " + codeOf(opened.error()));
        return probed ? opened : probed;
    }
    for (const management::ClassSchema& schema : management::knownClasses()) {
        const bool isDirectory = schema.nameSpace == management::directoryNameSpace;
        if (!schema.properties.empty() && !m_questions.stop.stop_requested())
            list(**connection, schema.name,
                 isDirectory ? std::string(schema.nameSpace) : m_questions.profile.nameSpace);
    }
    if (m_first)
        read(**connection);
    return probed;
}

void FieldRun::introduce()
{
    const core::ServerProfile& profile = m_questions.profile;
    for (const std::string& name :
         {profile.address.host, profile.user, QSysInfo::machineHostName().toStdString(),
          qEnvironmentVariable("USER").toStdString(), qEnvironmentVariable("USERNAME").toStdString()})
        m_recorder.learn(name);
    m_recorder.remark("program: " + m_questions.program + " on " + QSysInfo::kernelType().toStdString());
    m_recorder.remark("port: " + std::to_string(profile.address.port) +
                      (profile.uriStyle == core::UriStyle::Cim ? ", cim" : ", wmi"));
}

core::Result<> FieldRun::probe()
{
    management::ServerProbe probe(m_questions.connector, m_questions.profile.nameSpace);
    const core::ServerAddress& asked = m_questions.profile.address;
    return probe.run({m_questions.stop, std::chrono::steady_clock::time_point::max()},
                     [this, &asked](const management::StageReport& stage) {
                         const std::string name =
                             models::toJson(stage, asked).value(QLatin1String("stage")).toString().toStdString();
                         if (stage.error)
                             m_recorder.remark("stage " + name + " failed: " + codeOf(*stage.error));
                         else if (isNaming(stage.stage))
                             m_recorder.remark("stage " + name + " passed ", stage.fact);
                         else
                             m_recorder.remark("stage " + name + " passed");
                     });
}

/// Some rows: a list of thousands says no more.
void FieldRun::list(management::ManagementConnection& connection, std::string_view className,
                    const std::string& nameSpace)
{
    m_recorder.remark("list " + std::string(className));
    std::stop_source stop;
    const std::stop_callback link(m_questions.stop, [&stop] { stop.request_stop(); });
    std::size_t rows = 0;
    const auto sink = [&](std::vector<core::Instance>&& batch) {
        rows += batch.size();
        if (!m_first && className == management::sessionClass && !batch.empty())
            m_first = batch.front();
        if (rows >= enoughRows)
            stop.request_stop();
    };
    const auto end = connection.enumerate({nameSpace, management::selectAll(className)}, sink,
                                          {stop.get_token(), std::chrono::steady_clock::time_point::max()});
    const bool isEnough = !end && rows >= enoughRows && !m_questions.stop.stop_requested();
    m_recorder.remark("rows: " + std::to_string(rows) + (isEnough ? ", and not asked for more" : "") +
                      (end || isEnough ? std::string() : ", then " + codeOf(end.error())));
}

/// What is read again directly before an act.
void FieldRun::read(management::ManagementConnection& connection)
{
    core::StringPool pool;
    const auto session = management::toSession(*m_first, core::ServerId(), pool);
    if (!session)
        return;
    m_recorder.remark("get one session");
    const auto instance =
        connection.get(management::pathOf(session->key, m_questions.profile.nameSpace),
                       management::CallContext::within(m_questions.profile.timeout, m_questions.stop));
    m_recorder.remark(instance ? "got it" : "got " + codeOf(instance.error()));
}

QByteArray maskedReport(const wsman::WireRecorder& recorder)
{
    const std::uint64_t seed = QRandomGenerator::system()->generate64();
    return QByteArray::fromStdString(wsman::reportText(recorder.report(seed, randomShift())));
}

} // namespace deskwarden::app
