using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>What goes wrong with a queue, or with a document on its way through one. The codes are stable: RM5001 to RM5011.</summary>
internal static class QueueFailures
{
    public static ReportFailure Address { get; } = new(
        "RM5001",
        "큐의 주소가 올바르지 않습니다. amqp://사용자:암호@호스트:포트/가상호스트?queue=이름 꼴로 --queue나 환경 변수 REPORTMINER_QUEUE에 주십시오.",
        "The address of the queue is not valid; give amqp://user:password@host:port/vhost?queue=name by --queue or in REPORTMINER_QUEUE.");

    public static ReportFailure Unreachable(QueueAddress address) => new(
        "RM5002",
        $"큐 서버 {address.Host}에 닿지 않거나 답이 없습니다. 서버가 켜져 있는지, 호스트와 포트가 맞는지 보십시오.",
        $"The broker {address.Host} cannot be reached or does not answer; see that it runs and that host and port are right.");

    public static ReportFailure LoginRefused(QueueAddress address) => new(
        "RM5003",
        $"큐 서버 {address.Host}이(가) 로그인을 받아 주지 않거나 이 가상 호스트와 큐를 쓸 권한이 없습니다. 사용자, 암호, 가상 호스트를 보십시오.",
        $"The broker {address.Host} refused the login or the right to this virtual host and queue; see user, password and virtual host.");

    public static ReportFailure Missing(QueueAddress address) => new(
        "RM5004",
        $"{address.Host}에 큐 '{address.Name}'이(가) 없습니다. 이름을 보십시오. 큐는 첫 submit이나 worker가 만듭니다.",
        $"There is no queue '{address.Name}' at {address.Host}; see the name. The first submit or worker makes the queue.");

    public static ReportFailure Different(QueueAddress address) => new(
        "RM5005",
        $"큐 '{address.Name}'이(가) 다른 설정으로 이미 있습니다. 다른 이름을 쓰거나, 비우고 지운 다음 다시 하십시오.",
        $"There is a queue '{address.Name}' of other settings already; take another name, or empty and delete it first.");

    public static ReportFailure Unreadable { get; } = new(
        "RM5006",
        "reportminer submit이 넣은 것이 아니거나 손상된 메시지입니다.",
        "The message is damaged or was not sent by reportminer submit.");

    /// <summary>As a run has it.</summary>
    public static ReportFailure NotReadable { get; } = new("RM1001", "파일이 없거나 열 수 없습니다.", "The file is missing or cannot be opened.");

    public static ReportFailure OutsideTarget { get; } = new(
        "RM5007",
        "결과가 놓일 자리가 올바르지 않습니다(결과 폴더 밖이거나 쓸 수 없는 이름).",
        "The place for the result is not valid (outside the output folder, or a name that cannot be used).");

    public static ReportFailure ReferenceChanged { get; } = new(
        "RM5008",
        "메시지가 가리키는 파일이 이 컴퓨터에 없거나 넣은 뒤에 바뀌었습니다.",
        "The file that the message refers to is not on this machine or has changed since it was submitted.");

    public static ReportFailure EndsWorkers(int times) => new(
        "RM5009",
        $"이 문서를 처리하던 작업자가 {times}번 답 없이 끝났습니다. 마지막에는 다른 문서 없이 혼자 처리하던 중이었습니다. 이 문서가 작업자나 컴퓨터를 멈추게 합니다.",
        $"{times} workers ended without an answer while they worked on this document, in the end on nothing beside it: it brings down workers or machines.");

    public static ReportFailure DeliveryLimit { get; } = new(
        "RM5010",
        $"문서를 {QueueTopology.DeliveryLimit}번 넘게 내주었으나 답이 없어 큐 서버가 더 내주지 않습니다. 작업자나 네트워크가 거듭 끊긴 까닭일 수 있으니 다시 넣어(queue retry) 보십시오.",
        $"The broker handed the document out more than {QueueTopology.DeliveryLimit} times without an answer and gave up; workers or network may have failed again and again, so try queue retry.");

    public static ReportFailure Unknown { get; } = new(
        "RM5011",
        "까닭이 적히지 않은 채 죽은 큐에 있습니다.",
        "It is in the dead queue without a reason.");
}
