using System.Buffers.Binary;
using System.Text;

namespace SocialListening.Functions.Tests.Telemetry;

/// <summary>
/// A message of protocol buffers read without its schema (https://protobuf.dev/programming-guides/encoding): fields by number,
/// each as often as it occurs.
/// </summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, byte[] Bytes)> _fields = [];

    public ProtoMessage(ReadOnlySpan<byte> wire)
    {
        while (wire.Length > 0)
        {
            var key = Varint(ref wire);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, Varint(ref wire), []));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(wire), []));
                    wire = wire[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref wire);
                    _fields.Add((field, 0, wire[..length].ToArray()));
                    wire = wire[length..];
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(wire), []));
                    wire = wire[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} of field {field} is unknown.");
            }
        }
    }

    public IEnumerable<ProtoMessage> Messages(int field) => _fields.Where(entry => entry.Field == field).Select(entry => new ProtoMessage(entry.Bytes));

    public ProtoMessage? Message(int field) => Messages(field).FirstOrDefault();

    public bool Has(int field) => _fields.Any(entry => entry.Field == field);

    public ulong Number(int field) => _fields.FirstOrDefault(entry => entry.Field == field).Number;

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    private byte[] Bytes(int field) => _fields.FirstOrDefault(entry => entry.Field == field).Bytes ?? [];

    private static ulong Varint(ref ReadOnlySpan<byte> wire)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = wire[0];
            wire = wire[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
